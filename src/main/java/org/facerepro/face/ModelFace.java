package org.facerepro.face;

import org.facerepro.face.render.ModelPicture;
import org.facerepro.image.RgbImage;

/**
 * One picture of a morphable model.
 *
 * @param picture the clean picture and what was drawn
 * @param image the same as the camera saves it
 * @param parameters what it was drawn from, as it is written down
 */
public record ModelFace(ModelPicture picture, RgbImage image, ModelParameters parameters) {}
