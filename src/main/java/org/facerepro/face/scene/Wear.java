package org.facerepro.face.scene;

import org.facerepro.core.Rng;
import org.facerepro.face.draw.Kernel;
import org.facerepro.face.draw.Rgb;
import org.facerepro.face.person.SubjectTraits;

/**
 * What changes on a subject from picture to picture without being expression: clothes, accessories,
 * the hair of the day.
 *
 * @param glasses whether spectacles are worn
 * @param slip how far spectacles have slipped down, mm
 * @param hat whether a cap or hat is worn
 * @param brim whether the hat has a brim
 * @param hatLine height of the hat's edge on the forehead, mm
 * @param hatColour linear colour
 * @param cloth linear colour of the clothes
 * @param hairVolume factor on the hair's thickness
 * @param sway turn of the front edges of long hair, radians
 * @param strands offset into the strand noise of long hair
 */
public record Wear(
    boolean glasses,
    float slip,
    boolean hat,
    boolean brim,
    float hatLine,
    Rgb hatColour,
    Rgb cloth,
    float hairVolume,
    float sway,
    int strands) {

  public static Wear draw(SubjectTraits traits, Rng rng) {
    return new Wear(
        rng.chance(traits.glassesHabit()),
        (float) rng.uniform(-1, 4),
        rng.chance(traits.hatHabit()),
        rng.chance(0.7),
        (float) rng.uniform(34, 58),
        dye(rng),
        dye(rng),
        (float) StrictMath.exp(rng.gaussian(0, 0.18)),
        (float) rng.gaussian(0, 0.08),
        rng.nextInt(256));
  }

  private static Rgb dye(Rng rng) {
    double level = rng.uniform(0.01, 0.45);
    Rgb grey = Rgb.of(level, level, level);
    return Rgb.of(0.4 * rng.nextDouble(), 0.4 * rng.nextDouble(), 0.4 * rng.nextDouble())
        .mixed(grey, rng.uniform(0.2, 0.95));
  }

  /** Returns how much of the head the hat covers at a place, 0 to 1. */
  public float hatCover(float u, float y) {
    if (!hat) {
      return 0;
    }
    float edge = hatLine - 0.0012f * u * u;
    return Kernel.step(edge - 0.8f, edge + 0.8f, y);
  }
}
