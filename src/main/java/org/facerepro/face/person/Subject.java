package org.facerepro.face.person;

import java.util.EnumMap;
import java.util.Map;
import org.facerepro.core.Rng;
import org.facerepro.core.Seed;
import org.facerepro.face.head.ShapeComponent;
import org.facerepro.face.head.ShapeStatistics;

/** A subject's traits and coefficients: the identity behind its pictures. */
public final class Subject {
  private static final double MASCULINE_SHARE = 0.68;

  private final Seed seed;
  private final SubjectTraits traits;
  private final Map<ShapeComponent, Double> shape;
  private final Map<ColourComponent, Double> colour;

  private Subject(
      Seed seed,
      SubjectTraits traits,
      Map<ShapeComponent, Double> shape,
      Map<ColourComponent, Double> colour) {
    this.seed = seed;
    this.traits = traits;
    this.shape = shape;
    this.colour = colour;
  }

  /**
   * Makes a subject of given coefficients; components left out are 0.
   *
   * @param seed where its chance details, such as moles, come from
   */
  public static Subject of(
      Seed seed,
      SubjectTraits traits,
      Map<ShapeComponent, Double> shape,
      Map<ColourComponent, Double> colour) {
    return new Subject(seed, traits, Map.copyOf(shape), Map.copyOf(colour));
  }

  public static Subject draw(Seed seed) {
    Rng rng = seed.child("traits").rng();
    PopulationGroup group = PopulationGroup.draw(rng);
    boolean masculine = rng.chance(MASCULINE_SHARE);
    double age =
        masculine ? between(rng.gaussian(46, 14), 18, 85) : between(rng.gaussian(38, 14), 18, 85);
    double greyness = between((age - 49) / 30 + rng.gaussian(0, 0.3), 0, 1);
    if (!masculine && rng.chance(0.7)) {
      greyness = 0;
    }
    SubjectTraits traits =
        new SubjectTraits(
            masculine,
            rounded(age),
            rounded(between(rng.gaussian(group.melanin(), 0.09), 0, 1)),
            rounded(between(rng.gaussian(group.fold(), 0.12), 0, 1)),
            rounded(between(rng.gaussian(group.hair(), group.hair() < 0.8 ? 0.24 : 0.06), 0, 1)),
            rounded(greyness),
            Habits.hair(rng, masculine, age, group.melanin() > 0.6),
            masculine ? Habits.beard(rng) : BeardStyle.NONE,
            masculine ? 0 : rounded(rng.nextDouble()),
            rng.chance(0.22) ? rounded(rng.uniform(0.5, 1)) : rounded(0.04 * rng.nextDouble()),
            rng.chance(0.08) ? rounded(rng.uniform(0.2, 0.7)) : 0.01);
    return new Subject(
        seed,
        traits,
        shape(seed.child("shape"), traits, group),
        colour(seed.child("colour").rng(), traits, group));
  }

  private static Map<ShapeComponent, Double> shape(
      Seed seed, SubjectTraits traits, PopulationGroup group) {
    Map<ShapeComponent, Double> shape = ShapeStatistics.draw(seed);
    for (ShapeComponent component : ShapeComponent.values()) {
      double mean =
          switch (component) {
            case NOSE_WIDTH -> group.nose();
            case NOSE_BRIDGE_HEIGHT -> -0.5 * group.nose() - 0.6 * group.fold();
            case UPPER_LIP_THICKNESS, LOWER_LIP_THICKNESS -> group.lips();
            case EYE_OPENNESS -> -0.8 * traits.eyeFold();
            case EPICANTHIC_FOLD -> 2 * traits.eyeFold() - 0.4;
            case EYE_TILT -> traits.eyeFold();
            case BROW_RIDGE, JAW_WIDTH, JAW_ANGLE, CHIN_WIDTH, NECK_WIDTH ->
                traits.masculine() ? 0.4 : -0.9;
            case EYE_SIZE -> traits.masculine() ? -0.2 : 0.5;
            case CHEEK_FULLNESS -> traits.age() > 60 ? -0.4 : 0.1;
            case NASOLABIAL_DEPTH, JOWL, EYELID_HOODING, LOWER_LID_BULGE, TEAR_TROUGH, EAR_LOBE ->
                (traits.age() - 42) / 24;
            default -> 0;
          };
      shape.merge(component, mean, (drawn, shift) -> rounded(drawn + shift));
    }
    return shape;
  }

  private static Map<ColourComponent, Double> colour(
      Rng rng, SubjectTraits traits, PopulationGroup group) {
    Map<ColourComponent, Double> colour = new EnumMap<>(ColourComponent.class);
    for (ColourComponent component : ColourComponent.values()) {
      double mean = ColourMeans.of(component, traits, group);
      colour.put(component, rounded(mean + rng.nextGaussian()));
    }
    return colour;
  }

  public static double between(double x, double low, double high) {
    return Math.max(low, Math.min(high, x));
  }

  /** Rounds to four decimals, so that what is written is exactly what was drawn with. */
  public static double rounded(double x) {
    return Math.round(x * 1e4) / 1e4;
  }

  public Seed seed() {
    return seed;
  }

  public SubjectTraits traits() {
    return traits;
  }

  public Map<ShapeComponent, Double> shape() {
    return shape;
  }

  public Map<ColourComponent, Double> colour() {
    return colour;
  }

  public float shape(ShapeComponent component) {
    return shape.getOrDefault(component, 0.0).floatValue();
  }

  public float colour(ColourComponent component) {
    return colour.getOrDefault(component, 0.0).floatValue();
  }

  /** Returns {@code mean + spread * coefficient}, held between two limits. */
  public float colour(
      ColourComponent component, double mean, double spread, double low, double high) {
    return (float) between(mean + spread * colour(component), low, high);
  }
}
