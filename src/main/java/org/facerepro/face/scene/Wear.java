package org.facerepro.face.scene;

import org.facerepro.core.Rng;
import org.facerepro.face.draw.Rgb;
import org.facerepro.face.law.Draws;
import org.facerepro.face.law.FaceControl;
import org.facerepro.face.person.SubjectTraits;

/**
 * What a subject wears in one picture and what stands in front of it.
 *
 * @param glasses whether spectacles are worn
 * @param slip how far spectacles have slipped down, mm
 * @param lens glass in the frames
 * @param headwear what is worn on the head
 * @param hatLine height of its edge on the forehead, mm
 * @param hatColour linear colour
 * @param cloth linear colour of the clothes
 * @param mask mask over mouth and nose
 * @param maskColour linear colour
 * @param occluder what stands in front of the face
 */
public record Wear(
    boolean glasses,
    float slip,
    Lens lens,
    Headwear headwear,
    float hatLine,
    Rgb hatColour,
    Rgb cloth,
    FaceMask mask,
    Rgb maskColour,
    Occluder occluder) {
  private static final double ANY_HEADWEAR = 0.05;
  private static final double SUNGLASSES = 0.015;
  private static final double DARK_CLOTH = 0.5;

  public static Wear draw(SubjectTraits traits, Draws draws) {
    Rng glasses = draws.rng("glasses");
    Rng hat = draws.rng("headwear");
    Rng mask = draws.rng("mask");
    boolean sun = draws.happens(FaceControl.WEAR_SUNGLASSES, SUNGLASSES);
    boolean spectacles = draws.happens(FaceControl.WEAR_GLASSES, traits.glassesHabit());
    double habit = Math.max(ANY_HEADWEAR, traits.hatHabit());
    Headwear kind = headwear(hat, traits);
    FaceMask cover = FaceMask.draw(mask, draws);
    return new Wear(
        sun || spectacles,
        (float) glasses.uniform(-1, 4),
        sun ? Lens.dark(glasses) : Lens.clear(glasses),
        draws.happens(FaceControl.WEAR_HEADWEAR, habit) ? kind : Headwear.NONE,
        (float) hat.uniform(36, 60),
        dye(hat),
        cloth(draws.rng("cloth")),
        cover,
        cover.colour(mask),
        Occluder.draw(draws));
  }

  private static Headwear headwear(Rng rng, SubjectTraits traits) {
    double r = rng.nextDouble();
    double scarf = traits.masculine() ? 0 : 0.3;
    return r < scarf
        ? Headwear.HEADSCARF
        : r < 0.6 ? Headwear.CAP : r < 0.8 ? Headwear.BEANIE : Headwear.BRIMMED;
  }

  private static Rgb cloth(Rng rng) {
    double level = rng.uniform(0.008, 0.06);
    return rng.chance(DARK_CLOTH) ? Rgb.of(level, level, level * rng.uniform(1, 1.5)) : dye(rng);
  }

  private static Rgb dye(Rng rng) {
    double level = rng.uniform(0.01, 0.45);
    Rgb grey = Rgb.of(level, level, level);
    return Rgb.of(0.4 * rng.nextDouble(), 0.4 * rng.nextDouble(), 0.4 * rng.nextDouble())
        .mixed(grey, rng.uniform(0.2, 0.95));
  }

  public boolean hat() {
    return headwear != Headwear.NONE;
  }

  /** Returns how much of the head the headwear covers at a place, 0 to 1. */
  public float hatCover(float u, float y) {
    return headwear.cover(hatLine, u, y);
  }
}
