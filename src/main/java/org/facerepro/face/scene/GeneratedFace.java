package org.facerepro.face.scene;

import org.facerepro.image.RgbImage;

/** One generated picture, 112 × 112 and five-point aligned, and what it was drawn from. */
public record GeneratedFace(RgbImage image, FaceParameters parameters) {}
