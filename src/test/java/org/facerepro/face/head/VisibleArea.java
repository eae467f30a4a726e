package org.facerepro.face.head;

import org.facerepro.face.draw.DepthRaster;
import org.facerepro.face.draw.LightView;

/** How much of a part of the head is seen from the front. */
final class VisibleArea {
  private static final int SIZE = 512;
  private static final float REACH = 128;

  private VisibleArea() {}

  /** Returns the area of the picture that a region fills, square mm. */
  static double of(float[] positions, HeadRegion region) {
    float[] seen = new float[positions.length];
    LightView view = LightView.towards(new float[] {0, 0, 1}, SIZE, REACH);
    view.project(positions, positions.length / 3, seen);
    DepthRaster raster = new DepthRaster(SIZE, SIZE);
    raster.clear();
    raster.draw(seen, HeadShapes.TRIANGLES, 0, HeadShapes.TRIANGLES.length, true);
    int pixels = 0;
    for (int i = 0; i < SIZE * SIZE; i++) {
      int t = raster.triangle(i);
      if (t != DepthRaster.NOTHING && HeadShapes.MESH.triangleRegion(t) == region) {
        pixels++;
      }
    }
    double side = 2 * REACH / SIZE;
    return pixels * side * side;
  }
}
