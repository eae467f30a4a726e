package org.facerepro.face;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.facerepro.core.Seed;
import org.facerepro.face.law.AppearancePart;
import org.facerepro.face.law.ComponentControl.Family;
import org.facerepro.face.law.FaceControl;
import org.facerepro.face.law.Law;
import org.facerepro.image.RgbImage;

/**
 * Components of the built-in head on the first subject of a specification, of mean coefficients.
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
          Map.entry(FaceControl.POSE_YAW, 20.0),
          Map.entry(FaceControl.POSE_PITCH, 0.0),
          Map.entry(FaceControl.POSE_ROLL, 0.0),
          Map.entry(FaceControl.CAMERA_DISTANCE, 1000.0),
          Map.entry(FaceControl.DETECTOR_ERROR, 0.0),
          Map.entry(FaceControl.LIGHT_SCENE, 1.0),
          Map.entry(FaceControl.LIGHT_AZIMUTH, -35.0),
          Map.entry(FaceControl.LIGHT_ELEVATION, 35.0),
          Map.entry(FaceControl.LIGHT_KEY_SHARE, 0.5),
          Map.entry(FaceControl.LIGHT_EXPOSURE, 1.0),
          Map.entry(FaceControl.LIGHT_RIM, 0.0));

  private static final List<AppearancePart> LEFT_OUT =
      List.of(
          AppearancePart.OCCLUDERS,
          AppearancePart.GLASSES,
          AppearancePart.HEADWEAR,
          AppearancePart.MAKE_UP,
          AppearancePart.SENSOR);

  private final GeneratorSpec spec;
  private final FaceGenerator faces;

  HeadComponents(GeneratorSpec spec, Seed seed) {
    this.spec = still(spec, Map.of());
    this.faces = new FaceGenerator(this.spec, seed);
  }

  private static GeneratorSpec still(GeneratorSpec spec, Map<String, Law> more) {
    Map<String, Law> laws = new HashMap<>(spec.laws());
    STILL.forEach((control, value) -> laws.putIfAbsent(control.label(), new Law.Constant(value)));
    laws.putAll(more);
    List<AppearancePart> without = new ArrayList<>(spec.without());
    without.addAll(LEFT_OUT);
    return new GeneratorSpec(
            spec.domain(), 1, 1, spec.preset(), laws, without, List.of(), spec.where(), null)
        .framed(spec.framing().size(), spec.framing().crop());
  }

  @Override
  public List<String> names(Family family) {
    return ComponentFaces.builtIn(family);
  }

  @Override
  public List<RgbImage> draw(Family family, int number) {
    String control = family.prefix() + names(family).get(number);
    return steps(family == Family.EXPRESSION).stream()
        .map(value -> still(spec, Map.of(control, new Law.Constant(value))))
        .map(fixed -> faces.of(fixed).subject(0).sample(0).image())
        .toList();
  }

  static List<Double> steps(boolean strengths) {
    return strengths ? STRENGTHS : DEVIATIONS;
  }
}
