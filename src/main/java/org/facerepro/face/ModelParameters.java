package org.facerepro.face;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.facerepro.face.model.LinearSpace;
import org.facerepro.face.model.MorphableModel;
import org.facerepro.face.render.ModelPicture;
import org.facerepro.face.render.SphericalLight;
import org.facerepro.face.scene.FaceParameters;
import org.facerepro.face.truth.LandmarkVertices;
import org.facerepro.face.truth.ModelLandmarks;

/**
 * Everything a picture of a morphable model was drawn from, in a form that serialises to JSON.
 *
 * @param model id of the model
 * @param subject number of the subject, from 0
 * @param sample number of the picture of that subject, from 0
 * @param shape coefficients of shape by component, standard deviations
 * @param colour coefficients of colour
 * @param expression coefficients of expression
 * @param pose turn of the head, degrees, and distance of the camera, mm
 * @param light nine spherical harmonics of radiance in camera space, each red, green, blue
 * @param jpegQuality quality at which the camera saves the picture, 1 to 100
 * @param landmarks the five points of alignment in pixels; none where the model does not name them
 * @param controls drawn values of the controls by their names
 */
public record ModelParameters(
    String model,
    int subject,
    int sample,
    Map<String, Double> shape,
    Map<String, Double> colour,
    Map<String, Double> expression,
    FaceParameters.PoseParameters pose,
    List<List<Double>> light,
    int jpegQuality,
    List<FaceParameters.Landmark> landmarks,
    Map<String, Double> controls) {

  public ModelParameters {
    shape = Collections.unmodifiableMap(new LinkedHashMap<>(shape));
    colour = Collections.unmodifiableMap(new LinkedHashMap<>(colour));
    expression = Collections.unmodifiableMap(new LinkedHashMap<>(expression));
    light = light.stream().map(List::copyOf).toList();
    landmarks = List.copyOf(landmarks);
    controls = Map.copyOf(controls);
  }

  /**
   * Writes a picture down.
   *
   * @param five the vertices of the five points, or none
   * @param distance of the camera from the head, mm
   */
  static ModelParameters of(
      MorphableModel model,
      LandmarkVertices five,
      ModelPicture picture,
      double distance,
      int jpegQuality,
      Map<String, Double> controls) {
    return new ModelParameters(
        model.card().id(),
        picture.subject(),
        picture.sample(),
        named(model.shape(), picture.face().shape()),
        named(model.colour(), picture.face().colour()),
        named(model.expression(), picture.face().expression()),
        new FaceParameters.PoseParameters(
            picture.turn().yaw(), picture.turn().pitch(), picture.turn().roll(), distance),
        harmonics(picture.light()),
        jpegQuality,
        ModelLandmarks.project(five, model, picture.face(), picture.pose()).stream()
            .map(point -> new FaceParameters.Landmark(point.x(), point.y()))
            .toList(),
        controls);
  }

  private static Map<String, Double> named(LinearSpace space, double[] values) {
    Map<String, Double> out = new LinkedHashMap<>();
    for (int k = 0; k < values.length; k++) {
      out.put(space.names().get(k), values[k]);
    }
    return out;
  }

  private static List<List<Double>> harmonics(SphericalLight light) {
    double[] c = light.toArray();
    List<List<Double>> out = new ArrayList<>();
    for (int k = 0; k < SphericalLight.TERMS; k++) {
      out.add(List.of(c[k], c[SphericalLight.TERMS + k], c[2 * SphericalLight.TERMS + k]));
    }
    return out;
  }
}
