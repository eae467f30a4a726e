package org.facerepro.face.scene;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.facerepro.face.draw.DepthRaster;
import org.facerepro.face.draw.VisibleSurface;
import org.facerepro.face.paint.HairField;
import org.facerepro.face.paint.SkinTexture;
import org.facerepro.image.Similarity;
import org.jspecify.annotations.Nullable;

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

  /** Which triangles the camera's depth map was drawn from. */
  final List<VisibleSurface.Span> spans = new ArrayList<>();

  /** From the picture plane at unit focal length to the pixels of the last picture. */
  Similarity alignment = Similarity.IDENTITY;

  private int owner;
  private @Nullable RenderedView last;

  public RenderWorkspace(SceneLayout layout) {
    int n = layout.vertexCount();
    positions = new float[3 * n];
    normals = new float[3 * n];
    screen = new float[3 * n];
    shadowed = new float[3 * n];
    attributes = new float[PixelShader.STRIDE * n];
  }

  /** Remembers what the last picture was drawn from. */
  void drawn(RenderedView view) {
    last = view;
  }

  /** Returns the scene of the last picture, if one was drawn of the present subject. */
  public Optional<RenderedView> last() {
    return Optional.ofNullable(last);
  }

  /** Gives the buffers to a new subject and returns its ticket. */
  public int claim() {
    last = null;
    return ++owner;
  }

  public void check(int ticket) {
    if (ticket != owner) {
      throw new IllegalStateException("the workspace was given to another subject since");
    }
  }
}
