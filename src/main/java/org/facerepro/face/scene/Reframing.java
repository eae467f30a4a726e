package org.facerepro.face.scene;

import org.facerepro.core.Require;
import org.facerepro.face.law.Draws;
import org.facerepro.face.law.FaceControl;
import org.facerepro.image.Similarity;

/**
 * A change of the camera after the crop: another focal length about the middle of the picture, then
 * another principal point.
 *
 * @param focalScale factor on the focal length
 * @param right how far the picture moves to the right, in its width
 * @param down how far it moves down, in its height
 */
public record Reframing(double focalScale, double right, double down) {
  /** Leaves the crop as it is. */
  public static final Reframing NONE = new Reframing(1, 0, 0);

  public Reframing {
    Require.that(focalScale > 0, "focalScale", "a number above 0", focalScale);
  }

  /** Draws the change of a picture: none unless a law says so. */
  public static Reframing draw(Draws draws) {
    return new Reframing(
        draws.given(FaceControl.CAMERA_FOCAL_SCALE).orElse(1.0),
        draws.given(FaceControl.CAMERA_SHIFT_X).orElse(0.0),
        draws.given(FaceControl.CAMERA_SHIFT_Y).orElse(0.0));
  }

  /** Returns a crop, a similarity to the pixels of a square picture, with the change after it. */
  Similarity after(Similarity crop, int size) {
    if (equals(NONE)) {
      return crop;
    }
    double stays = (1 - focalScale) * size / 2.0;
    return crop.then(new Similarity(focalScale, 0, stays + right * size, stays + down * size));
  }
}
