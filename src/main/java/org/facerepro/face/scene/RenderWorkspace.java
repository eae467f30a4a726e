package org.facerepro.face.scene;

import org.facerepro.face.draw.DepthRaster;
import org.facerepro.face.paint.HairField;
import org.facerepro.face.paint.SkinTexture;

/**
 * The buffers of one worker, about 4 MB; reused from subject to subject and picture to picture.
 *
 * <p>Not thread-safe. A subject's generator that was given one owns it until the next subject is
 * asked for with the same workspace.
 */
public final class RenderWorkspace {
  /** Subpixels along a pixel's side. */
  public static final int SUPERSAMPLING = 2;

  /** Width and height of the picture in pixels. */
  public static final int SIZE = 112;

  public static final int RASTER_SIZE = SIZE * SUPERSAMPLING;
  public static final int SHADOW_SIZE = 192;

  public final float[] positions;
  public final float[] normals;
  public final float[] screen;
  public final float[] shadowed;
  public final float[] attributes;
  public final DepthRaster view = new DepthRaster(RASTER_SIZE, RASTER_SIZE);
  public final DepthRaster lenses = new DepthRaster(RASTER_SIZE, RASTER_SIZE);
  public final DepthRaster shadow = new DepthRaster(SHADOW_SIZE, SHADOW_SIZE);
  public final SkinTexture texture = new SkinTexture();
  public final HairField hair = new HairField();
  public final float[] picture = new float[SIZE * SIZE * 4];
  public final float[] scratch = new float[SIZE * SIZE * 4];

  private int owner;

  public RenderWorkspace(SceneLayout layout) {
    int n = layout.vertexCount();
    positions = new float[3 * n];
    normals = new float[3 * n];
    screen = new float[3 * n];
    shadowed = new float[3 * n];
    attributes = new float[PixelShader.STRIDE * n];
  }

  /** Gives the buffers to a new subject and returns its ticket. */
  public int claim() {
    return ++owner;
  }

  public void check(int ticket) {
    if (ticket != owner) {
      throw new IllegalStateException("the workspace was given to another subject since");
    }
  }
}
