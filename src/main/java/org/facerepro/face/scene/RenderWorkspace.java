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
 * The buffers of one worker, about 5 MB at 112 pixels; reused from subject to subject and picture
 * to picture.
 *
 * <p>Not thread-safe. A subject's generator that was given one owns it until the next subject is
 * asked for with the same workspace.
 */
public final class RenderWorkspace {
  /** Subpixels along a pixel's side. */
  public static final int SUPERSAMPLING = 2;

  private static final int SMALL = 160;
  private static final int SMALL_SHADOW = 160;
  private static final int LARGE_SHADOW = 256;

  private final Framing framing;
  public final float[] positions;
  public final float[] normals;
  public final float[] screen;
  public final float[] shadowed;
  public final float[] attributes;
  public final DepthRaster view;
  public final DepthRaster lenses;
  public final DepthRaster shadow;
  public final SkinTexture texture = new SkinTexture();
  public final HairField hair = new HairField();
  public final float[] picture;
  public final float[] scratch;
  final float[] backdrop = new float[4 * Backdrop.SIZE * Backdrop.SIZE];

  /** Which triangles the camera's depth map was drawn from. */
  final List<VisibleSurface.Span> spans = new ArrayList<>();

  /** From the picture plane at unit focal length to the pixels of the last picture. */
  Similarity alignment = Similarity.IDENTITY;

  private final StageClock clock = new StageClock();
  private int owner;
  private @Nullable RenderedView last;

  /** Makes buffers for pictures of one size and section. */
  public RenderWorkspace(SceneLayout layout, Framing framing) {
    this.framing = framing;
    int n = layout.vertexCount();
    positions = new float[3 * n];
    normals = new float[3 * n];
    screen = new float[3 * n];
    shadowed = new float[3 * n];
    attributes = new float[PixelShader.STRIDE * n];
    for (int i = 0; i < n; i++) {
      attributes[PixelShader.STRIDE * i + PixelShader.U] = layout.u(i);
      attributes[PixelShader.STRIDE * i + PixelShader.V] = layout.v(i);
    }
    int raster = framing.size() * SUPERSAMPLING;
    view = new DepthRaster(raster, raster);
    lenses = new DepthRaster(raster, raster);
    shadow = DepthRaster.ofDepth(shadowSize(), shadowSize());
    picture = new float[framing.size() * framing.size() * 4];
    scratch = new float[picture.length];
  }

  /** Returns size and section of the pictures. */
  public Framing framing() {
    return framing;
  }

  /** Returns the width and height of the pictures in pixels. */
  public int size() {
    return framing.size();
  }

  /** Returns the width and height of the key light's depth map. */
  public int shadowSize() {
    return framing.size() <= SMALL ? SMALL_SHADOW : LARGE_SHADOW;
  }

  /** Returns where this worker's time went. */
  public StageClock clock() {
    return clock;
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
