package org.facerepro.face.render;

import java.util.Arrays;
import org.facerepro.image.RgbImage;

/**
 * Paints one face over a background: raster, second look at edges, shading of what is seen,
 * blending in linear light. Reused from face to face; not thread-safe.
 */
final class FacePainter {
  private final ViewMesh mesh;
  private final FaceRaster raster;
  private final CutTriangles cut = new CutTriangles();
  private final Corners corners = new Corners();
  private final EdgeSamples edges;
  private final SurfaceShader shader;
  private final int[] row;
  private boolean outside;

  FacePainter(ViewMesh mesh, int width, int height, RasterKernel kernel, ColourChange colours) {
    this.mesh = mesh;
    raster = new FaceRaster(width, height, mesh.triangles.length / 3, kernel);
    edges = new EdgeSamples(width, height);
    shader = new SurfaceShader(mesh, Math.max(width, EdgeSamples.POINTS), colours);
    row = new int[width];
  }

  /**
   * Paints the face that the mesh holds, which has its normals.
   *
   * @param outside whether a vertex lies outside the near and far planes
   * @param samples background {@code [height, width, 3]}, painted over
   */
  void paint(
      ViewPose pose,
      boolean outside,
      SphericalLight light,
      float[] albedo,
      int albedoAt,
      byte[] samples,
      StageTimes times) {
    this.outside = outside;
    raster.clear();
    cut.clear();
    raster.draw(mesh, outside);
    if (outside) {
      cut.cut(mesh, pose);
      for (CutTriangles.Piece piece : cut.pieces()) {
        corners.take(piece);
        raster.fill(corners);
      }
    }
    raster.bound(mesh, outside);
    times.end(RenderStage.RASTER);
    edges.look(raster, mesh, cut, pose.focal());
    times.end(RenderStage.EDGES);
    shader.begin(pose, light, albedo, albedoAt);
    for (int y = raster.top; y <= raster.bottom; y++) {
      paintRow(y, samples);
    }
    for (int i = 0; i < edges.count; i++) {
      paintEdge(i, samples);
    }
    times.end(RenderStage.SHADING);
  }

  private void paintRow(int y, byte[] samples) {
    shader.restart();
    int from = y * raster.width;
    int n = 0;
    for (int x = raster.left; x <= raster.right; x++) {
      int id = raster.seen[from + x];
      if (id >= 0 && !edges.holds(from + x)) {
        row[n++] = RgbImage.CHANNELS * (from + x);
        gather(
            id,
            (x << FaceRaster.SHIFT) + FaceRaster.HALF,
            (y << FaceRaster.SHIFT) + FaceRaster.HALF);
      }
    }
    shader.shade();
    for (int i = 0; i < n; i++) {
      int at = row[i];
      samples[at] = SrgbScale.toByte(shader.red[i]);
      samples[at + 1] = SrgbScale.toByte(shader.green[i]);
      samples[at + 2] = SrgbScale.toByte(shader.blue[i]);
    }
  }

  private void paintEdge(int slot, byte[] samples) {
    int pixel = edges.pixels[slot];
    int x = ((pixel % raster.width) << FaceRaster.SHIFT) + FaceRaster.HALF;
    int y = ((pixel / raster.width) << FaceRaster.SHIFT) + FaceRaster.HALF;
    shader.restart();
    for (int s = 0; s < EdgeSamples.POINTS; s++) {
      int id = edges.seen[slot * EdgeSamples.POINTS + s];
      if (id >= 0) {
        gather(id, x + EdgeSamples.X[s], y + EdgeSamples.Y[s]);
      }
    }
    if (shader.count() > 0) {
      shader.shade();
      int at = RgbImage.CHANNELS * pixel;
      samples[at] = blended(shader.red, samples[at]);
      samples[at + 1] = blended(shader.green, samples[at + 1]);
      samples[at + 2] = blended(shader.blue, samples[at + 2]);
    }
  }

  private void gather(int id, int px, int py) {
    if (outside && !mesh.whole(id)) {
      shader.gatherCut(id, px, py);
    } else {
      shader.gather(id, px, py);
    }
  }

  private byte blended(float[] light, byte behind) {
    float sum = (EdgeSamples.POINTS - shader.count()) * SrgbScale.toLinear(behind);
    for (int i = 0; i < shader.count(); i++) {
      sum += Math.min(1, light[i]);
    }
    return SrgbScale.toByte(sum / EdgeSamples.POINTS);
  }

  /** Returns a copy of what is seen through the centre of each pixel. */
  int[] seen() {
    return Arrays.copyOf(raster.seen, raster.seen.length);
  }
}
