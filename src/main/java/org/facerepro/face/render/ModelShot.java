package org.facerepro.face.render;

import org.facerepro.core.Require;
import org.facerepro.image.RgbImage;
import org.jspecify.annotations.Nullable;

/**
 * How one picture of a model is taken.
 *
 * @param turn of the head
 * @param camera before centring
 * @param light in camera space
 * @param zoom factor on the focal length after centring
 * @param shiftX how far the centred picture is moved to the right, pixels
 * @param shiftY the same down
 * @param background what stands behind the face, of the size of the picture; null for the plain
 *     colour of the specification
 */
public record ModelShot(
    HeadTurn turn,
    PinholeCamera camera,
    SphericalLight light,
    double zoom,
    double shiftX,
    double shiftY,
    @Nullable RgbImage background) {
  private static final double FARTHEST = 1e5;

  public ModelShot {
    Require.between("zoom", zoom, 1e-3, 1e3);
    Require.between("shiftX", shiftX, -FARTHEST, FARTHEST);
    Require.between("shiftY", shiftY, -FARTHEST, FARTHEST);
  }

  /** Returns a picture of a centred face before the plain colour. */
  public static ModelShot of(HeadTurn turn, PinholeCamera camera, SphericalLight light) {
    return new ModelShot(turn, camera, light, 1, 0, 0, null);
  }

  /** Returns the same before a picture. */
  public ModelShot before(RgbImage picture) {
    return new ModelShot(turn, camera, light, zoom, shiftX, shiftY, picture);
  }

  /** Returns the same zoomed about the picture's middle, then moved by pixels. */
  public ModelShot moved(double factor, double right, double down) {
    return new ModelShot(turn, camera, light, factor, right, down, background);
  }
}
