package org.facerepro.face.truth;

import org.facerepro.face.draw.Rotation;
import org.facerepro.face.draw.Spot;

/** A quantity that has a value at every place of a scene's surfaces. */
@FunctionalInterface
public interface SurfaceField {

  /** Writes the value at a place to the first three numbers of {@code out}. */
  void at(Spot spot, float[] out);

  /**
   * Returns a quantity given at the vertices, interpolated over each triangle.
   *
   * @param attributes packed numbers {@code [V, stride]}; kept, not copied
   * @param offset the first of the three numbers in a vertex's row
   */
  static SurfaceField ofVertices(float[] attributes, int stride, int offset) {
    return (spot, out) -> {
      for (int k = 0; k < 3; k++) {
        out[k] = spot.value(attributes, stride, offset + k);
      }
    };
  }

  /** Returns a quantity given at the vertices as three numbers each {@code [V, 3]}. */
  static SurfaceField ofVertices(float[] attributes) {
    return ofVertices(attributes, 3, 0);
  }

  /** Returns this field scaled to unit length; 0 stays 0. */
  default SurfaceField normalised() {
    return (spot, out) -> {
      at(spot, out);
      float length = (float) Math.sqrt(out[0] * out[0] + out[1] * out[1] + out[2] * out[2]);
      float scale = length > 0 ? 1 / length : 0;
      for (int k = 0; k < 3; k++) {
        out[k] *= scale;
      }
    };
  }

  /** Returns this field of directions or points turned by a rotation. */
  default SurfaceField turned(Rotation rotation) {
    return (spot, out) -> {
      at(spot, out);
      float x = out[0];
      float y = out[1];
      float z = out[2];
      for (int axis = 0; axis < 3; axis++) {
        out[axis] = rotation.row(axis, x, y, z);
      }
    };
  }
}
