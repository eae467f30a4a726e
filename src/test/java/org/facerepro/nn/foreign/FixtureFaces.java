package org.facerepro.nn.foreign;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.facerepro.core.AtomicFiles;
import org.facerepro.core.Rng;
import org.facerepro.core.Seed;
import org.facerepro.face.FaceGenerator;
import org.facerepro.face.GeneratorSpec;
import org.facerepro.face.SubjectGenerator;
import org.facerepro.face.scene.FaceDomain;
import org.facerepro.image.ArcFaceTemplate;
import org.facerepro.image.Border;
import org.facerepro.image.ImageCodec;
import org.facerepro.image.Point;
import org.facerepro.image.RgbImage;
import org.facerepro.image.Similarity;
import org.facerepro.image.Warp;

/**
 * Renders the faces of {@code fixtures/models}: turned, shifted, larger than the template, some of
 * them beyond the edge of their picture, with landmarks a pixel off.
 *
 * <p>Run {@link #main} with the folder to fill, then {@code
 * harness/fixtures/torchscript_fixture.py}.
 */
final class FixtureFaces {
  private static final int SUBJECTS = 8;
  private static final int SAMPLES = 2;
  private static final int WIDTH = 180;
  private static final int HEIGHT = 200;
  private static final int QUALITY = 90;

  private final Path folder;
  private final Rng rng = new Seed(20260101).rng();
  private final StringBuilder landmarks = new StringBuilder();

  private FixtureFaces(Path folder) {
    this.folder = folder;
  }

  public static void main(String[] arguments) {
    new FixtureFaces(Path.of(arguments[0])).render();
  }

  private void render() {
    GeneratorSpec spec = new GeneratorSpec(FaceDomain.PROXY_REAL, SUBJECTS, SAMPLES);
    FaceGenerator generator = new FaceGenerator(spec, new Seed(20260101));
    for (int subject = 0; subject < SUBJECTS; subject++) {
      SubjectGenerator faces = generator.subject(subject, generator.newWorkspace());
      for (int sample = 0; sample < SAMPLES; sample++) {
        String name = name(subject);
        String file = "%s/%s_%04d.jpg".formatted(name, name, sample + 1);
        write(file, faces.sample(sample).image());
      }
    }
    text("landmarks.txt", landmarks.toString());
    text("pairs.txt", pairs());
  }

  private void write(String file, RgbImage face) {
    double scale = 1.1 + 0.4 * rng.nextDouble();
    double turn = 0.5 * (rng.nextDouble() - 0.5);
    Similarity place =
        new Similarity(
            scale * Math.cos(turn),
            scale * Math.sin(turn),
            40 * (rng.nextDouble() - 0.3),
            40 * (rng.nextDouble() - 0.3));
    RgbImage picture = Warp.similarity(face, place, WIDTH, HEIGHT, Border.REPLICATE);
    AtomicFiles.writeFile(folder.resolve("faces").resolve(file), ImageCodec.jpeg(picture, QUALITY));
    landmarks.append(file);
    for (Point point : ArcFaceTemplate.points(GeneratorSpec.SIZE)) {
      Point moved = place.apply(point);
      landmarks.append(String.format(Locale.ROOT, "\t%.2f\t%.2f", off(moved.x()), off(moved.y())));
    }
    landmarks.append('\n');
  }

  private double off(double coordinate) {
    return coordinate + 2 * (rng.nextDouble() - 0.5);
  }

  private static String pairs() {
    StringBuilder pairs = new StringBuilder("2\t4\n");
    for (int fold = 0; fold < 2; fold++) {
      int first = 4 * fold;
      for (int i = first; i < first + 4; i++) {
        pairs.append(name(i)).append("\t1\t2\n");
      }
      for (int i = first; i < first + 4; i++) {
        String other = name(first + (i + 1) % 4);
        pairs.append("%s\t%d\t%s\t%d%n".formatted(name(i), 1 + i % 2, other, 1 + (i + 1) % 2));
      }
    }
    return pairs.toString();
  }

  private static String name(int subject) {
    return List.of("Ada", "Bo", "Cy", "Dee", "Eli", "Fay", "Gus", "Hal").get(subject) + "_Invented";
  }

  private void text(String file, String content) {
    AtomicFiles.writeFile(folder.resolve(file), content.getBytes(StandardCharsets.UTF_8));
  }
}
