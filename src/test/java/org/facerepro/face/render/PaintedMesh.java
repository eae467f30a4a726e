package org.facerepro.face.render;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A mesh of one albedo, painted over black. */
final class PaintedMesh {
  final ViewMesh mesh;
  final ViewPose pose;
  final byte[] samples;
  final int[] seen;

  private PaintedMesh(
      float[] byVertex, int[] triangles, ViewPose pose, SphericalLight light, float albedo) {
    this.pose = pose;
    int vertices = byVertex.length / 3;
    mesh = new ViewMesh(triangles, vertices);
    mesh.take(byVertex, 0);
    boolean outside = mesh.project(pose);
    mesh.computeNormals();
    float[] colours = new float[byVertex.length];
    Arrays.fill(colours, albedo);
    samples = new byte[3 * pose.width() * pose.height()];
    FacePainter painter =
        new FacePainter(
            mesh, pose.width(), pose.height(), RasterKernels.fastest(), ColourChange.NONE);
    painter.paint(pose, outside, light, colours, 0, samples, new StageTimes());
    seen = painter.seen();
  }

  static PaintedMesh of(float[] byVertex, int[] triangles, ViewPose pose, SphericalLight light) {
    return new PaintedMesh(byVertex, triangles, pose, light, 1);
  }

  /** Returns linear light of a channel. */
  double light(int x, int y, int channel) {
    return SrgbScale.toLinear(samples[3 * (y * pose.width() + x) + channel]);
  }

  /** A view along −z of a square picture, focal length and size in pixels, at a distance. */
  static ViewPose view(double focal, int size, double distance) {
    return new ViewPose(
        focal,
        size / 2.0,
        size / 2.0,
        size,
        size,
        List.of(1.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 1.0),
        List.of(0.0, 0.0, -distance),
        1,
        1e5);
  }

  /** A ball about the origin: vertices {@code [V, 3]} on rings, closed. */
  static float[] ball(int rings, double radius) {
    List<Double> p = new ArrayList<>();
    for (int i = 0; i <= rings; i++) {
      for (int j = 0; j < 2 * rings; j++) {
        double down = Math.PI * i / rings;
        double around = Math.PI * j / rings;
        p.add(radius * Math.sin(down) * Math.sin(around));
        p.add(radius * Math.cos(down));
        p.add(radius * Math.sin(down) * Math.cos(around));
      }
    }
    float[] out = new float[p.size()];
    for (int i = 0; i < out.length; i++) {
      out[i] = p.get(i).floatValue();
    }
    return out;
  }

  static int[] ballTriangles(int rings) {
    int round = 2 * rings;
    int[] t = new int[6 * round * rings];
    int n = 0;
    for (int i = 0; i < rings; i++) {
      for (int j = 0; j < round; j++) {
        int a = i * round + j;
        int b = i * round + (j + 1) % round;
        for (int v : new int[] {a, a + round, b + round, a, b + round, b}) {
          t[n++] = v;
        }
      }
    }
    return t;
  }
}
