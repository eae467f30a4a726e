package org.facerepro.face.scene;

import java.util.List;
import java.util.Map;
import org.facerepro.face.head.ExpressionComponent;
import org.facerepro.face.head.ShapeComponent;
import org.facerepro.face.person.ColourComponent;
import org.facerepro.face.person.SubjectTraits;

/**
 * Everything a picture was drawn from, in a form that serialises to JSON.
 *
 * @param domain kind of picture
 * @param subject number of the subject in its domain, from 0
 * @param sample number of the picture of that subject, from 0
 * @param traits what the subject is
 * @param shape standard-normal coefficients of the subject's shape
 * @param colour standard-normal coefficients of the subject's paint
 * @param expression strengths of the picture's expression, 0 at rest
 * @param pose head pose and camera
 * @param light light of the picture
 * @param accessories what is worn in this picture
 * @param jpegQuality quality at which the camera saves the picture, 1 to 100
 * @param landmarks centres of the left and right eye of the picture, tip of the nose, left and
 *     right corner of the mouth; x and y in pixels, origin at the picture's top left corner
 * @param controls drawn value of every control of subject and picture, by its written name
 */
public record FaceParameters(
    FaceDomain domain,
    int subject,
    int sample,
    SubjectTraits traits,
    Map<ShapeComponent, Double> shape,
    Map<ColourComponent, Double> colour,
    Map<ExpressionComponent, Double> expression,
    PoseParameters pose,
    LightParameters light,
    AccessoryParameters accessories,
    int jpegQuality,
    List<Landmark> landmarks,
    Map<String, Double> controls) {

  public FaceParameters {
    shape = Map.copyOf(shape);
    colour = Map.copyOf(colour);
    expression = Map.copyOf(expression);
    landmarks = List.copyOf(landmarks);
    controls = Map.copyOf(controls);
  }

  /** Whether spectacles and a hat are worn. */
  public record AccessoryParameters(boolean glasses, boolean hat) {}

  /** A point of the picture, in pixels. */
  public record Landmark(double x, double y) {}

  /**
   * Head pose, degrees, and camera distance, mm.
   *
   * @param yaw positive: the face turns to the right of the picture
   * @param pitch positive: the face is lifted
   * @param roll positive: the crown tilts to the left; alignment removes most of it from the
   *     picture
   * @param distance from camera to head
   */
  public record PoseParameters(double yaw, double pitch, double roll, double distance) {}

  /**
   * The main light.
   *
   * @param azimuth degrees from the camera's axis to the right of the picture
   * @param elevation degrees above the camera's axis
   * @param keyShare share of the light on a surface facing it that comes from the main light, 0 to
   *     1
   * @param exposure gain applied before the camera's curve
   */
  public record LightParameters(
      double azimuth, double elevation, double keyShare, double exposure) {}
}
