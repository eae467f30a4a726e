package org.facerepro.face.basel;

import org.facerepro.core.SpecException;
import org.facerepro.face.basel.file.RenderParameters;
import org.facerepro.face.basel.file.Triple;
import org.facerepro.face.render.PinholeCamera;

/** The camera of a configuration, as far as pictures of models can have it. */
final class BaselCamera {
  private static final String PLACE = "default-parameters/";

  private BaselCamera() {}

  /**
   * Takes the camera over.
   *
   * @throws SpecException if it is no pinhole on the axis of the head, or the sensor has another
   *     shape than the picture, or faces are scaled
   */
  static PinholeCamera of(BaselConfiguration configuration) {
    BaselConfiguration.Defaults d = configuration.defaults();
    RenderParameters.Camera camera = d.camera();
    Triple at = d.pose().translation();
    require(d.pose().scaling() == 1, "pose-transform/scaling", "1", d.pose().scaling());
    require(
        at.x() == 0 && at.y() == 0 && at.z() < 0,
        "pose-transform/translation",
        "[0, 0, -z]",
        at.toList());
    require(d.view().equals(RenderParameters.View.ORIGIN), "view-transform", "zeros", d.view());
    require(!camera.orthographic(), "camera/orthographic", "false", true);
    double across = camera.sensorSize().x() / configuration.size().width();
    double down = camera.sensorSize().y() / configuration.size().height();
    require(
        Math.abs(across - down) < 1e-9 * across,
        "camera/sensorSize",
        "the shape of the picture",
        camera.sensorSize().toList());
    return new PinholeCamera(
        camera.focalLength(),
        camera.sensorSize().x(),
        0.5 + camera.principalPoint().x() / 2,
        0.5 - camera.principalPoint().y() / 2,
        -at.z(),
        camera.near(),
        camera.far());
  }

  private static void require(boolean holds, String key, String expected, Object found) {
    if (!holds) {
      throw new SpecException(PLACE + key + ": expected " + expected + ", got " + found);
    }
  }

  static PinholeCamera zoomed(PinholeCamera camera, double factor) {
    return new PinholeCamera(
        camera.focalLength() * factor,
        camera.sensorWidth(),
        camera.principalX(),
        camera.principalY(),
        camera.distance(),
        camera.near(),
        camera.far());
  }
}
