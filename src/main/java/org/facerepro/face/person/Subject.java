package org.facerepro.face.person;

import java.util.EnumMap;
import java.util.Map;
import org.facerepro.core.Seed;
import org.facerepro.face.head.FaceLimit;
import org.facerepro.face.head.ShapeComponent;
import org.facerepro.face.head.ShapeStatistics;
import org.facerepro.face.law.AppearancePart;
import org.facerepro.face.law.ComponentControl.Family;
import org.facerepro.face.law.Control;
import org.facerepro.face.law.Draws;
import org.facerepro.face.law.FaceControl;
import org.facerepro.face.law.Laws;

/** A subject's traits and coefficients: the identity behind its pictures. */
public final class Subject {
  /** Coefficients of shape beyond which skin no longer lies over eyeballs and teeth. */
  private static final double FARTHEST = 2.5;

  /** Share of their spread that the two sides of a face keep apart: wider, mouths slide aside. */
  private static final double SYMMETRY = 0.65;

  /** Where chance details come from when everybody is painted alike. */
  private static final Seed COMMON = new Seed(0).child("painted-alike");

  private final Seed seed;
  private final Seed details;
  private final SubjectTraits traits;
  private final Map<ShapeComponent, Double> shape;
  private final Map<ColourComponent, Double> colour;
  private final Map<String, Double> controls;

  private Subject(
      Seed seed,
      Seed details,
      SubjectTraits traits,
      Map<ShapeComponent, Double> shape,
      Map<ColourComponent, Double> colour,
      Map<String, Double> controls) {
    this.seed = seed;
    this.details = details;
    this.traits = traits;
    this.shape = shape;
    this.colour = colour;
    this.controls = controls;
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
    return new Subject(seed, seed, traits, Map.copyOf(shape), Map.copyOf(colour), Map.of());
  }

  /** Draws a subject of the usual population. */
  public static Subject draw(Seed seed) {
    return draw(seed, Laws.NONE);
  }

  /** Draws a subject whose controls follow the given laws. */
  public static Subject draw(Seed seed, Laws laws) {
    return draw(seed, laws, Map.of());
  }

  /** Draws a subject some of whose controls are fixed, as the steps of a sweep are. */
  public static Subject draw(Seed seed, Laws laws, Map<Control, Double> fixed) {
    Draws draws = new Draws(laws, seed.child("traits"), fixed);
    PopulationGroup group = TraitDraws.group(draws);
    SubjectTraits own = TraitDraws.traits(draws, group);
    boolean alike = draws.lacks(AppearancePart.PAINTED_IDENTITY);
    SubjectTraits traits = alike ? own.paintedAlike() : own;
    Directions moved = Directions.draw(draws);
    Map<ShapeComponent, Double> shape = shape(seed.child("shape"), traits, group, moved, draws);
    Map<ColourComponent, Double> colour = colour(traits, group, moved, draws);
    return new Subject(seed, alike ? COMMON : seed, traits, shape, colour, draws.drawn());
  }

  private static Map<ShapeComponent, Double> shape(
      Seed seed, SubjectTraits traits, PopulationGroup group, Directions moved, Draws draws) {
    Map<ShapeComponent, Double> shape = ShapeStatistics.draw(seed);
    Map<ShapeComponent, Double> along = moved.shape();
    double scale = draws.value(FaceControl.SHAPE_SCALE);
    boolean alike = draws.lacks(AppearancePart.SHAPE_IDENTITY);
    for (ShapeComponent component : ShapeComponent.values()) {
      double mean =
          switch (component) {
            case NOSE_WIDTH -> group.nose();
            case NOSE_BRIDGE_HEIGHT -> -0.5 * group.nose() - 0.6 * group.fold();
            case UPPER_LIP_THICKNESS, LOWER_LIP_THICKNESS -> group.lips();
            case EYE_OPENNESS -> -0.8 * traits.eyeFold();
            case EPICANTHIC_FOLD -> 2 * traits.eyeFold() - 0.4;
            case EYE_TILT -> traits.eyeFold();
            case BROW_RIDGE, JAW_WIDTH, JAW_ANGLE, CHIN_WIDTH -> traits.masculine() ? 0.4 : -0.9;
            case NECK_WIDTH -> traits.masculine() ? 0.4 : -1.6;
            case EYE_SIZE -> traits.masculine() ? -0.2 : 0.5;
            case CHEEK_FULLNESS -> traits.age() > 60 ? -0.4 : 0.1;
            case NASOLABIAL_DEPTH, JOWL, EYELID_HOODING, LOWER_LID_BULGE, TEAR_TROUGH, EAR_LOBE ->
                (traits.age() - 42) / 24;
            default -> 0;
          };
      double spread = component.isAsymmetry() ? SYMMETRY * scale : scale;
      double own = alike ? 0 : mean + spread * shape.getOrDefault(component, 0.0);
      own += alike ? 0 : along.getOrDefault(component, 0.0);
      shape.put(component, between(MeanFace.shape(component) + own, -FARTHEST, FARTHEST));
    }
    FaceLimit.hold(shape);
    shape.replaceAll((c, usual) -> draws.given(Family.SHAPE.control(c)).orElse(rounded(usual)));
    return shape;
  }

  private static Map<ColourComponent, Double> colour(
      SubjectTraits traits, PopulationGroup group, Directions moved, Draws draws) {
    Map<ColourComponent, Double> colour = new EnumMap<>(ColourComponent.class);
    double scale = draws.value(FaceControl.COLOUR_SCALE);
    boolean alike = draws.lacks(AppearancePart.PAINTED_IDENTITY);
    boolean smooth = draws.lacks(AppearancePart.MID_FREQUENCY_TEXTURE);
    for (ColourComponent component : ColourComponent.values()) {
      double mean =
          ColourMeans.of(component, traits, group) + moved.colour(component, traits, group);
      double own = draws.rng(component.name()).nextGaussian();
      double painted = MeanFace.colour(component) + (alike ? 0 : mean + scale * own);
      double usual = smooth && component.isTexture() ? ColourComponent.ABSENT : painted;
      colour.put(component, draws.given(Family.COLOUR.control(component)).orElse(rounded(usual)));
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

  /** Returns where the chance details of paint and hair come from, such as where moles lie. */
  public Seed details() {
    return details;
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

  /** Returns the drawn values of the controls by their names, sorted. */
  public Map<String, Double> controls() {
    return controls;
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
