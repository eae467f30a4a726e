package org.facerepro.face.scene;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.facerepro.core.Seed;
import org.facerepro.face.FaceGenerator;
import org.facerepro.face.GeneratorSpec;
import org.facerepro.face.SubjectGenerator;
import org.facerepro.face.draw.Camera;
import org.facerepro.face.draw.DepthRaster;
import org.facerepro.face.draw.Rotation;
import org.facerepro.face.draw.Vertices;
import org.facerepro.face.head.ExpressionComponent;
import org.facerepro.face.head.ShapeComponent;
import org.facerepro.image.ContactSheet;
import org.facerepro.image.ImageCodec;
import org.facerepro.image.RgbImage;

/**
 * Writes contact sheets of the bare head for people to look at: {@code HeadView FOLDER
 * mean|shapes|expressions|subjects|samples}.
 */
public final class HeadView {
  private static final int SIZE = Integer.getInteger("view.size", 256);
  private static final int SAMPLING = 2;

  private final HeadModel model = new HeadModel();

  private HeadView() {}

  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]);
    Files.createDirectories(folder);
    for (int i = 1; i < args.length; i++) {
      HeadView view = new HeadView();
      switch (args[i]) {
        case "mean" -> write(folder, args[i], view.mean(), 4);
        case "shapes" -> view.shapes(folder);
        case "expressions" -> view.expressions(folder);
        case "subjects" -> write(folder, args[i], subjects(64, 1), 8);
        case "samples" -> write(folder, args[i], subjects(1, 64), 8);
        default -> throw new IllegalArgumentException(args[i]);
      }
    }
  }

  private static void write(Path folder, String name, List<RgbImage> pictures, int columns)
      throws IOException {
    Files.write(
        folder.resolve(name + ".png"), ImageCodec.png(ContactSheet.of(pictures, columns, 2)));
  }

  private static List<RgbImage> subjects(int subjects, int samples) {
    FaceGenerator generator =
        new FaceGenerator(new GeneratorSpec(FaceDomain.GRAPHICS, subjects, samples), new Seed(5));
    List<RgbImage> out = new ArrayList<>();
    for (int i = 0; i < subjects; i++) {
      SubjectGenerator subject = generator.subject(i);
      for (int k = 0; k < samples; k++) {
        out.add(subject.sample(k).image());
      }
    }
    return out;
  }

  private List<RgbImage> mean() {
    float[] rest = model.mesh().copyPositions();
    List<RgbImage> out = new ArrayList<>();
    for (double yaw : new double[] {0, 30, 60, 90}) {
      out.add(clay(rest, yaw, 0));
    }
    for (double pitch : new double[] {25, -25}) {
      out.add(clay(rest, 0, pitch));
      out.add(clay(rest, 45, pitch));
    }
    return out;
  }

  private void shapes(Path folder) throws IOException {
    List<RgbImage> out = new ArrayList<>();
    int sheet = 0;
    for (ShapeComponent component : ShapeComponent.values()) {
      for (int sign = -3; sign <= 3; sign += 6) {
        Map<ShapeComponent, Double> shape = new EnumMap<>(ShapeComponent.class);
        shape.put(component, (double) sign);
        float[] positions = model.shaped(shape);
        out.add(clay(positions, 0, 0));
        out.add(clay(positions, 60, 0));
      }
      System.out.printf(Locale.ROOT, "%d %s%n", out.size() / 8, component);
      if (out.size() == 64) {
        write(folder, "shapes" + sheet++, out, 8);
        out.clear();
      }
    }
    if (!out.isEmpty()) {
      write(folder, "shapes" + sheet, out, 8);
    }
  }

  private void expressions(Path folder) throws IOException {
    List<RgbImage> out = new ArrayList<>();
    for (ExpressionComponent component : ExpressionComponent.values()) {
      float[] positions = model.mesh().copyPositions();
      model.express(positions, Map.of(component, 1.0));
      out.add(clay(positions, 0, 0));
      out.add(clay(positions, 40, 0));
    }
    write(folder, "expressions", out, 8);
  }

  /** Draws grey clay under one light from above. */
  private RgbImage clay(float[] positions, double yaw, double pitch) {
    int size = SIZE * SAMPLING;
    int[] triangles = model.mesh().copyTriangles();
    int n = positions.length / 3;
    float[] normals = new float[positions.length];
    Vertices.normals(positions, triangles, normals);
    float[] screen = new float[positions.length];
    Rotation rotation = Rotation.degrees(yaw, pitch, 0);
    new Camera(rotation, 1500).project(positions, n, screen);
    for (int i = 0; i < n; i++) {
      screen[3 * i] = size * (0.5f + screen[3 * i] * 5.4f);
      screen[3 * i + 1] = size * (0.47f + screen[3 * i + 1] * 5.4f);
    }
    DepthRaster raster = new DepthRaster(size, size);
    raster.clear();
    raster.draw(screen, triangles, 0, triangles.length, true);
    float[] light = rotation.inverse(-0.35f, 0.55f, 0.76f);
    float[] sum = new float[SIZE * SIZE];
    for (int y = 0; y < size; y++) {
      for (int x = 0; x < size; x++) {
        int t = raster.triangle(y * size + x);
        float v = 0.02f;
        if (t >= 0) {
          float[] w = weights(screen, triangles, t, x + 0.5f, y + 0.5f);
          v = 0.8f * shade(w, triangles, t, normals, light);
        }
        sum[y / SAMPLING * SIZE + x / SAMPLING] += v / (SAMPLING * SAMPLING);
      }
    }
    byte[] out = new byte[3 * SIZE * SIZE];
    for (int i = 0; i < out.length; i++) {
      out[i] = (byte) Math.min(255, Math.round(255 * Math.pow(sum[i / 3], 1 / 2.2)));
    }
    return RgbImage.takeOver(SIZE, SIZE, out);
  }

  private float shade(float[] w, int[] triangles, int t, float[] normals, float[] light) {
    float cos = 0;
    float length = 0;
    for (int k = 0; k < 3; k++) {
      float n = 0;
      for (int c = 0; c < 3; c++) {
        n += w[c] * normals[3 * triangles[t + c] + k];
      }
      cos += n * light[k];
      length += n * n;
    }
    float open = 0;
    for (int c = 0; c < 3; c++) {
      open += w[c] * model.occlusion().open(triangles[t + c]);
    }
    return 0.7f * Math.max(0, cos / (float) Math.sqrt(length)) + 0.3f * open * open;
  }

  private static float[] weights(float[] p, int[] triangles, int t, float px, float py) {
    int a = 3 * triangles[t];
    int b = 3 * triangles[t + 1];
    int c = 3 * triangles[t + 2];
    float bx = p[b] - p[a];
    float by = p[b + 1] - p[a + 1];
    float cx = p[c] - p[a];
    float cy = p[c + 1] - p[a + 1];
    float inverse = 1 / (bx * cy - cx * by);
    float wb = ((px - p[a]) * cy - cx * (py - p[a + 1])) * inverse;
    float wc = (bx * (py - p[a + 1]) - (px - p[a]) * by) * inverse;
    return new float[] {1 - wb - wc, wb, wc};
  }
}
