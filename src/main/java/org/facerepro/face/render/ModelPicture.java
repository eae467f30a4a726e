package org.facerepro.face.render;

import org.facerepro.face.model.Coefficients;
import org.facerepro.image.RgbImage;

/**
 * One picture of a morphable model and all that went into it.
 *
 * @param subject number of the subject
 * @param sample number among the subject's pictures
 * @param image the picture
 * @param face coefficients of shape, colour and expression
 * @param turn the head's turn before centring
 * @param pose the view, centred
 * @param light the light, in camera space
 */
public record ModelPicture(
    int subject,
    int sample,
    RgbImage image,
    Coefficients face,
    HeadTurn turn,
    ViewPose pose,
    SphericalLight light) {

  /** Returns the same picture under another number of its subject. */
  public ModelPicture ofSubject(int number) {
    return new ModelPicture(number, sample, image, face, turn, pose, light);
  }
}
