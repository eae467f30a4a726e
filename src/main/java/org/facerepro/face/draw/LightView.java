package org.facerepro.face.draw;

/** An orthographic view of the head from a distant light. */
public final class LightView {
  private final float[] towards;
  private final float[] right;
  private final float[] up;
  private final float scale;
  private final float centre;

  private LightView(float[] towards, float[] right, float[] up, float scale, float centre) {
    this.towards = towards;
    this.right = right;
    this.up = up;
    this.scale = scale;
    this.centre = centre;
  }

  /**
   * Makes the view from a direction.
   *
   * @param towards unit vector to the light
   * @param size pixels of the square picture
   * @param reach half side of the seen square, mm
   */
  public static LightView towards(float[] towards, int size, float reach) {
    boolean steep = Math.abs(towards[1]) > 0.9f;
    float[] guide = steep ? new float[] {0, 0, 1} : new float[] {0, 1, 0};
    float[] right = unit(cross(guide, towards));
    return new LightView(
        towards.clone(), right, cross(towards, right), size / (2 * reach), size / 2f);
  }

  private static float[] cross(float[] a, float[] b) {
    return new float[] {
      a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]
    };
  }

  private static float[] unit(float[] v) {
    float length = (float) Math.sqrt(v[0] * v[0] + v[1] * v[1] + v[2] * v[2]);
    return new float[] {v[0] / length, v[1] / length, v[2] / length};
  }

  /** Projects packed positions to {@code x, y} in pixels and nearness to the light in mm. */
  public void project(float[] positions, int vertices, float[] out) {
    float rightX = scale * right[0];
    float rightY = scale * right[1];
    float rightZ = scale * right[2];
    float upX = scale * up[0];
    float upY = scale * up[1];
    float upZ = scale * up[2];
    float nearX = towards[0];
    float nearY = towards[1];
    float nearZ = towards[2];
    for (int i = 0; i < 3 * vertices; i += 3) {
      float x = positions[i];
      float y = positions[i + 1];
      float z = positions[i + 2];
      out[i] = centre + (rightX * x + rightY * y + rightZ * z);
      out[i + 1] = centre - (upX * x + upY * y + upZ * z);
      out[i + 2] = nearX * x + nearY * y + nearZ * z;
    }
  }

  /** Returns the cosine between the light and a packed normal. */
  public float cosine(float[] normals, int at) {
    return dot(towards, normals, at);
  }

  public void addDirection(float[] out, int at, float weight) {
    out[at] += weight * towards[0];
    out[at + 1] += weight * towards[1];
    out[at + 2] += weight * towards[2];
  }

  private static float dot(float[] v, float[] p, int at) {
    return v[0] * p[at] + v[1] * p[at + 1] + v[2] * p[at + 2];
  }
}
