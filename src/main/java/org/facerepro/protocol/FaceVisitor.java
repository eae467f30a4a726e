package org.facerepro.protocol;

import org.facerepro.image.RgbImage;

/** Receives the faces of a protocol one by one. */
public interface FaceVisitor {
  /**
   * Takes an aligned face, of {@value Alignment#SIDE} x {@value Alignment#SIDE} pixels unless
   * another side was asked for.
   */
  void face(String image, RgbImage crop);

  /** Learns that an image cannot be enrolled, and why. */
  void failed(String image, String reason);
}
