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
 * @param part piece of the head
 */
public record SurfacePoint(float u, float x, float y, float z, HeadPart part) {

  /** Makes a place on the skin. */
  public SurfacePoint(float u, float x, float y, float z) {
    this(u, x, y, z, HeadPart.SKIN);
  }

  /** Returns the same place as another piece's. */
  SurfacePoint of(HeadPart other) {
    return new SurfacePoint(u, x, y, z, other);
  }

  /** Returns 1 on the face, 0 from the ears backwards. */
  public float front() {
    return part == HeadPart.EAR ? 0 : Kernel.step(5, 40, z);
  }
}
