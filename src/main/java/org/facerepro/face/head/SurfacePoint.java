package org.facerepro.face.head;

import org.facerepro.face.draw.Kernel;

/**
 * A place on the undeformed head.
 *
 * @param u arc from the middle of the face at the width of the temples, mm; negative on the left of
 *     the picture
 * @param x position, mm
 * @param y position, mm
 * @param z position, mm
 */
public record SurfacePoint(float u, float x, float y, float z) {

  /** Returns 1 on the face, 0 from the ears backwards. */
  public float front() {
    return Kernel.step(5, 40, z);
  }
}
