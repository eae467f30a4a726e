package org.facerepro.face.scene;

import org.facerepro.face.draw.Occlusion;
import org.facerepro.face.draw.Rgb;

/** Gathers what the pixels interpolate of each vertex: normal, soft light, place for the shadow. */
final class VertexLight {
  /** Share of the sky that is seen by what has no baked occlusion. */
  private static final float OPEN = 0.8f;

  /** Where the soft light begins among a vertex's numbers. */
  private static final int SOFT = 3;

  /** Where the coordinates in the shadow map begin among a vertex's numbers. */
  private static final int SHADOW = 8;

  /** Share of the light of a place that skin beside it receives, too, and can throw back. */
  private static final float BACK = 0.75f;

  private final Lighting light;

  /** What the hidden part of the sky is as bright as, of the open one. */
  private final float[] back;

  private final float[] normals;
  private final float[] shadowed;
  private final float[] out;

  /**
   * Makes the light of one picture.
   *
   * @param skin the colour of the skin that folds of the head throw light back with
   */
  VertexLight(Lighting light, Rgb skin, RenderWorkspace ws) {
    this.light = light;
    back = new float[] {BACK * skin.r(), BACK * skin.g(), BACK * skin.b()};
    normals = ws.normals;
    shadowed = ws.shadowed;
    out = ws.attributes;
  }

  /** Lights the vertices up to {@code end}, which others of them hide from a part of the sky. */
  void light(Occlusion occlusion, int end) {
    for (int i = 0; i < end; i++) {
      float open = occlusion.open(i);
      float lean = 1 - open;
      float x = normals[3 * i];
      float y = normals[3 * i + 1];
      float z = normals[3 * i + 2];
      float bentX = x + lean * (occlusion.bent(3 * i) - x);
      float bentY = y + lean * (occlusion.bent(3 * i + 1) - y);
      float bentZ = z + lean * (occlusion.bent(3 * i + 2) - z);
      int at = i * PixelShader.STRIDE;
      light.soft(bentX, bentY, bentZ, 1, out, at + SOFT);
      for (int k = 0; k < back.length; k++) {
        out[at + SOFT + k] *= open * open + lean * back[k];
      }
      copy(i, at, x, y, z);
    }
  }

  /** Lights the vertices {@code first} to {@code end} of a part in the open. */
  void light(int first, int end) {
    for (int i = first; i < end; i++) {
      light(i);
    }
  }

  /** Lights vertices in the open. */
  void light(int[] vertices) {
    for (int i : vertices) {
      light(i);
    }
  }

  private void light(int i) {
    float x = normals[3 * i];
    float y = normals[3 * i + 1];
    float z = normals[3 * i + 2];
    int at = i * PixelShader.STRIDE;
    light.soft(x, y, z, OPEN * OPEN, out, at + SOFT);
    copy(i, at, x, y, z);
  }

  private void copy(int vertex, int at, float x, float y, float z) {
    out[at] = x;
    out[at + 1] = y;
    out[at + 2] = z;
    out[at + SHADOW] = shadowed[3 * vertex];
    out[at + SHADOW + 1] = shadowed[3 * vertex + 1];
    out[at + SHADOW + 2] = shadowed[3 * vertex + 2];
  }
}
