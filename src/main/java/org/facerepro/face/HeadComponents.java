package org.facerepro.face;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.facerepro.core.Seed;
import org.facerepro.face.law.AppearancePart;
import org.facerepro.face.law.ComponentControl.Family;
import org.facerepro.face.law.FaceControl;
import org.facerepro.face.law.Law;
import org.facerepro.face.person.BeardStyle;
import org.facerepro.face.person.HairStyle;
import org.facerepro.image.RgbImage;

/**
 * Components of the built-in head on the first subject of a specification, of mean coefficients:
 * from the front, turned aside for what lies in depth, bald unless the component is hair's or
 * beard's, and with what it needs beside it, such as an open jaw under a mouth that closes.
 */
final class HeadComponents implements ComponentFaces {
  private static final List<Double> DEVIATIONS = List.of(-2.0, 0.0, 2.0);
  private static final List<Double> STRENGTHS = List.of(0.0, 0.5, 1.0);

  /** A still scene; our choice. */
  private static final Map<FaceControl, Double> STILL =
      Map.ofEntries(
          Map.entry(FaceControl.SHAPE_SCALE, 0.0),
          Map.entry(FaceControl.COLOUR_SCALE, 0.0),
          Map.entry(FaceControl.EXPRESSION_SCALE, 0.0),
          Map.entry(FaceControl.SUBJECT_MASCULINE, 1.0),
          Map.entry(FaceControl.SUBJECT_AGE, 40.0),
          Map.entry(FaceControl.SUBJECT_MELANIN, 0.18),
          Map.entry(FaceControl.SUBJECT_EYE_FOLD, 0.1),
          Map.entry(FaceControl.SUBJECT_HAIR_DARKNESS, 0.55),
          Map.entry(FaceControl.SUBJECT_GREYNESS, 0.0),
          Map.entry(FaceControl.GROOMING_STUBBLE, 0.0),
          Map.entry(FaceControl.GROOMING_SHAVED, 0.0),
          Map.entry(FaceControl.GROOMING_TAN, 1.0),
          Map.entry(FaceControl.GROOMING_FLUSH, 0.0),
          Map.entry(FaceControl.GROOMING_YEARS, 0.0),
          Map.entry(FaceControl.GROOMING_SWEAT, 1.0),
          Map.entry(FaceControl.GAZE_ACROSS, 0.0),
          Map.entry(FaceControl.GAZE_UP, 0.0),
          Map.entry(FaceControl.POSE_YAW, 0.0),
          Map.entry(FaceControl.POSE_PITCH, 0.0),
          Map.entry(FaceControl.POSE_ROLL, 0.0),
          Map.entry(FaceControl.CAMERA_DISTANCE, 1000.0),
          Map.entry(FaceControl.DETECTOR_ERROR, 0.0),
          Map.entry(FaceControl.LIGHT_SCENE, 1.0),
          Map.entry(FaceControl.LIGHT_AZIMUTH, -20.0),
          Map.entry(FaceControl.LIGHT_ELEVATION, 35.0),
          Map.entry(FaceControl.LIGHT_KEY_SHARE, 0.3),
          Map.entry(FaceControl.LIGHT_EXPOSURE, 1.0),
          Map.entry(FaceControl.LIGHT_RIM, 0.0));

  private static final List<AppearancePart> LEFT_OUT =
      List.of(
          AppearancePart.OCCLUDERS,
          AppearancePart.GLASSES,
          AppearancePart.HEADWEAR,
          AppearancePart.MAKE_UP,
          AppearancePart.SENSOR);

  /** Turn of the head that shows what lies in depth, degrees. */
  private static final double ASIDE = 40;

  private static final Pattern IN_DEPTH =
      Pattern.compile(".*(projection|slope|depth|bulge|hump|protrusion|submental).*");

  private static final Pattern HAIR =
      Pattern.compile("hair.*|temple-recession|widows-peak|sideburn-length");

  private static final Pattern BEARD = Pattern.compile("beard-(density|edge|patchiness|redness)");

  /** What a component needs beside it to be seen. */
  private static final Map<String, Map<String, Double>> WITH =
      Map.of(
          "mouth-close", Map.of("expression.jaw-open", 1.0),
          "tooth-shade", Map.of("expression.smile", 1.0, "expression.lips-parted", 1.2),
          "freckle-size", Map.of("colour.freckles", 2.0),
          "mole-size", Map.of("colour.mole-count", 2.0));

  /** Who sits for a component: bald and shaved unless hair or beard are what it is about. */
  private record Sitter(List<AppearancePart> without, SubjectCondition condition) {
    static final Sitter BARE =
        sitter(List.of(AppearancePart.HAIR, AppearancePart.FACIAL_HAIR), List.of(), List.of());
    static final Sitter HAIRED =
        sitter(List.of(AppearancePart.FACIAL_HAIR), List.of(HairStyle.SHORT), List.of());
    static final Sitter BEARDED =
        sitter(List.of(), List.of(HairStyle.CROPPED), List.of(BeardStyle.FULL));

    private static Sitter sitter(
        List<AppearancePart> without, List<HairStyle> hair, List<BeardStyle> beard) {
      return new Sitter(without, new SubjectCondition(null, null, null, hair, beard, List.of()));
    }

    static Sitter of(Family family, String name) {
      if (family != Family.COLOUR) {
        return BARE;
      }
      return BEARD.matcher(name).matches() ? BEARDED : HAIR.matcher(name).matches() ? HAIRED : BARE;
    }
  }

  private final GeneratorSpec spec;
  private final FaceGenerator faces;

  HeadComponents(GeneratorSpec spec, Seed seed) {
    this.spec = spec;
    this.faces = new FaceGenerator(still(spec, Sitter.BARE, Map.of()), seed);
  }

  private static GeneratorSpec still(GeneratorSpec spec, Sitter sitter, Map<String, Law> more) {
    Map<String, Law> laws = new HashMap<>(spec.laws());
    STILL.forEach((control, value) -> laws.putIfAbsent(control.label(), new Law.Constant(value)));
    laws.putAll(more);
    List<AppearancePart> without = new ArrayList<>(spec.without());
    without.addAll(LEFT_OUT);
    boolean free = spec.where() == null;
    if (free) {
      without.addAll(sitter.without);
    }
    SubjectCondition who = free ? sitter.condition : spec.where();
    return new GeneratorSpec(
            spec.domain(), 1, 1, spec.preset(), laws, without, List.of(), who, null)
        .framed(spec.framing().size(), spec.framing().crop());
  }

  @Override
  public List<String> names(Family family) {
    return ComponentFaces.builtIn(family);
  }

  @Override
  public List<RgbImage> draw(Family family, int number) {
    String name = names(family).get(number);
    Sitter sitter = Sitter.of(family, name);
    Map<String, Law> laws = new HashMap<>();
    if (family == Family.SHAPE && IN_DEPTH.matcher(name).matches()) {
      laws.put(FaceControl.POSE_YAW.label(), new Law.Constant(ASIDE));
    }
    WITH.getOrDefault(name, Map.of())
        .forEach((control, value) -> laws.put(control, new Law.Constant(value)));
    List<RgbImage> pictures = new ArrayList<>();
    for (double value : steps(family == Family.EXPRESSION)) {
      laws.put(family.prefix() + name, new Law.Constant(value));
      pictures.add(faces.of(still(spec, sitter, laws)).subject(0).sample(0).image());
    }
    return pictures;
  }

  static List<Double> steps(boolean strengths) {
    return strengths ? STRENGTHS : DEVIATIONS;
  }
}
