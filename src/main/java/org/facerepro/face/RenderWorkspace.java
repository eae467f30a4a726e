package org.facerepro.face;

/**
 * The buffers of one worker, about 4 MB; reused from subject to subject and picture to picture.
 *
 * <p>Not thread-safe. A {@link SubjectGenerator} that was given one owns it until the next subject
 * is asked for with the same workspace.
 */
public final class RenderWorkspace {
  /** Subpixels along a pixel's side. */
  static final int SUPERSAMPLING = 2;

  static final int RASTER_SIZE = GeneratorSpec.SIZE * SUPERSAMPLING;
  static final int SHADOW_SIZE = 192;

  final float[] positions;
  final float[] normals;
  final float[] screen;
  final float[] shadowed;
  final float[] attributes;
  final DepthRaster view = new DepthRaster(RASTER_SIZE, RASTER_SIZE);
  final DepthRaster shadow = new DepthRaster(SHADOW_SIZE, SHADOW_SIZE);
  final SkinTexture texture = new SkinTexture();
  final float[] picture = new float[GeneratorSpec.SIZE * GeneratorSpec.SIZE * 4];
  final float[] scratch = new float[GeneratorSpec.SIZE * GeneratorSpec.SIZE * 4];

  private int owner;

  RenderWorkspace(SceneLayout layout) {
    int n = layout.vertexCount();
    positions = new float[3 * n];
    normals = new float[3 * n];
    screen = new float[3 * n];
    shadowed = new float[3 * n];
    attributes = new float[PixelShader.STRIDE * n];
  }

  /** Gives the buffers to a new subject and returns its ticket. */
  int claim() {
    return ++owner;
  }

  void check(int ticket) {
    if (ticket != owner) {
      throw new IllegalStateException("the workspace was given to another subject since");
    }
  }
}
