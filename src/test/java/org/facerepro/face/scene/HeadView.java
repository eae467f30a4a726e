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
import org.facerepro.face.paint.EyeShader;
import org.facerepro.face.paint.HairField;
import org.facerepro.face.paint.HairShader;
import org.facerepro.face.paint.MouthShader;
import org.facerepro.face.paint.SkinTexture;
import org.facerepro.face.person.MakeUp;
import org.facerepro.face.person.Subject;
import org.facerepro.image.ContactSheet;
import org.facerepro.image.ImageCodec;
import org.facerepro.image.RgbImage;
import org.jspecify.annotations.Nullable;

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
        case "paint" -> write(folder, args[i], view.paint(), 4);
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

  /** Draws painted subjects: three views and a smile, closed eyes, an open mouth. */
  private List<RgbImage> paint() {
    List<RgbImage> out = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      Subject subject = Subject.draw(new Seed(40 + i));
      RenderWorkspace ws = new RenderWorkspace(model.layout());
      SkinTexture texture = ws.texture;
      PaintedSubject painted = PaintedSubject.paint(subject, model, texture, true);
      Look look = Look.draw(painted, new Seed(3));
      HairField field = new HairField();
      field.fill(look.hair());
      for (int k = 0; k < 4; k++) {
        Map<ExpressionComponent, Double> expression =
            switch (k) {
              case 1 ->
                  Map.of(ExpressionComponent.SMILE, 1.0, ExpressionComponent.LIPS_PARTED, 1.0);
              case 2 -> Map.of(ExpressionComponent.JAW_OPEN, 0.8);
              case 3 -> Map.of(ExpressionComponent.EYES_CLOSED, 1.0);
              default -> Map.of();
            };
        float[] positions = model.shaped(subject.shape());
        model.express(positions, expression);
        EyeShader eyes =
            new EyeShader(subject, painted.palette(), MakeUp.NONE, k == 3 ? 1 : 0, 0, 0, 0);
        Materials materials =
            new Materials(
                texture,
                eyes,
                new MouthShader(0.9f),
                new HairShader(
                    field, model.noise(), subject, painted.palette(), look.hair(), look.grooming()),
                model.noise(),
                painted.frame().colour(),
                look);
        out.add(draw(positions, k == 2 ? 35 : k == 1 ? -15 : 0, 0, materials));
      }
    }
    return out;
  }

  /** Draws grey clay under one light from above. */
  private RgbImage clay(float[] positions, double yaw, double pitch) {
    return draw(positions, yaw, pitch, null);
  }

  private RgbImage draw(
      float[] positions, double yaw, double pitch, @Nullable Materials materials) {
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
    float[] sum = new float[3 * SIZE * SIZE];
    float[] texel = new float[4];
    for (int y = 0; y < size; y++) {
      for (int x = 0; x < size; x++) {
        int t = raster.triangle(y * size + x);
        int pixel = 3 * (y / SAMPLING * SIZE + x / SAMPLING);
        for (int k = 0; k < 3; k++) {
          texel[k] = t >= 0 ? 0.8f : 0.05f;
        }
        float v = 0.5f;
        if (t >= 0) {
          float[] w = weights(screen, triangles, t, x + 0.5f, y + 0.5f);
          float[] normal = new float[3];
          float u = 0;
          float tv = 0;
          float open = 0;
          for (int c = 0; c < 3; c++) {
            int vertex = triangles[t + c];
            for (int k = 0; k < 3; k++) {
              normal[k] += w[c] * normals[3 * vertex + k];
            }
            u += w[c] * model.mesh().u(vertex);
            tv += w[c] * model.mesh().v(vertex);
            open += w[c] * model.occlusion().open(vertex);
          }
          float length =
              (float)
                  Math.sqrt(normal[0] * normal[0] + normal[1] * normal[1] + normal[2] * normal[2]);
          float cos = (normal[0] * light[0] + normal[1] * light[1] + normal[2] * light[2]) / length;
          v = 0.7f * Math.max(0, cos) + 0.3f * open * open;
          if (materials != null) {
            materials.albedo(Part.HEAD, u, tv, texel);
            v *= 2;
          }
        }
        for (int k = 0; k < 3; k++) {
          sum[pixel + k] += v * texel[k] / (SAMPLING * SAMPLING);
        }
      }
    }
    byte[] out = new byte[3 * SIZE * SIZE];
    for (int i = 0; i < sum.length; i++) {
      out[i] = (byte) Math.min(255, Math.round(255 * Math.pow(sum[i], 1 / 2.2)));
    }
    return RgbImage.takeOver(SIZE, SIZE, out);
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
