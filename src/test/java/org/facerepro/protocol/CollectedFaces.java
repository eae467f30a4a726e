package org.facerepro.protocol;

import java.util.Map;
import java.util.TreeMap;
import org.facerepro.image.RgbImage;

/** Keeps what a set hands out. */
final class CollectedFaces implements FaceVisitor {
  final Map<String, RgbImage> faces = new TreeMap<>();
  final Map<String, String> failures = new TreeMap<>();

  static CollectedFaces of(VerificationSet set) {
    CollectedFaces collected = new CollectedFaces();
    set.forEachFace(collected);
    return collected;
  }

  @Override
  public void face(String image, RgbImage crop) {
    faces.put(image, crop);
  }

  @Override
  public void failed(String image, String reason) {
    failures.put(image, reason);
  }
}
