package org.facerepro.train;

/** What of an aligned picture a network sees. */
public enum Crop {
  /** Its centre 8/9, enlarged; training shifts it within the rest. */
  CENTRE,
  /** All of it, as InsightFace's networks do; what training moves in repeats the edge. */
  WHOLE;

  /** Returns the side at which pictures are held for a network input of {@code inputSize}. */
  int storedSide(int inputSize) {
    return this == WHOLE ? inputSize : PackedFaces.storedSide(inputSize);
  }
}
