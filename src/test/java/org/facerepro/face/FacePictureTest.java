package org.facerepro.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.facerepro.core.Seed;
import org.facerepro.face.scene.FaceDomain;
import org.facerepro.face.scene.FaceParameters.Landmark;
import org.facerepro.face.scene.GeneratedFace;
import org.facerepro.face.scene.RenderWorkspace;
import org.facerepro.image.ArcFaceTemplate;
import org.facerepro.image.Point;
import org.facerepro.image.RgbImage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class FacePictureTest {
  private static final int SUBJECTS = 60;
  private static final int SIZE = GeneratorSpec.SIZE;
  private static final List<GeneratedFace> FACES = new ArrayList<>();

  @BeforeAll
  static void generate() {
    FaceGenerator generator =
        new FaceGenerator(new GeneratorSpec(FaceDomain.GRAPHICS, SUBJECTS, 2), new Seed(11));
    RenderWorkspace buffers = generator.newWorkspace();
    for (int i = 0; i < SUBJECTS; i++) {
      SubjectGenerator subject = generator.subject(i, buffers);
      FACES.add(subject.sample(0));
      FACES.add(subject.sample(1));
    }
  }

  @Test
  void landmarks_averagedOverPictures_lieOnTheTemplate() {
    List<Point> template = ArcFaceTemplate.points(GeneratorSpec.SIZE);
    for (int k = 0; k < 5; k++) {
      int point = k;
      double x = FACES.stream().mapToDouble(f -> landmark(f, point).x()).average().orElse(0);
      double y = FACES.stream().mapToDouble(f -> landmark(f, point).y()).average().orElse(0);
      assertThat(x).isCloseTo(template.get(k).x(), within(2.5));
      assertThat(y).isCloseTo(template.get(k).y(), within(2.5));
    }
  }

  @Test
  void landmarks_ofEachPicture_haveTheirCentroidOnTheTemplatesUpToTheJitter() {
    assertThat(FACES)
        .allSatisfy(
            face -> {
              List<Landmark> points = face.parameters().landmarks();
              double x = points.stream().mapToDouble(Landmark::x).average().orElse(0);
              double y = points.stream().mapToDouble(Landmark::y).average().orElse(0);
              assertThat(x).isCloseTo(56.03, within(2.0));
              assertThat(y).isCloseTo(71.90, within(2.0));
            });
  }

  private static Landmark landmark(GeneratedFace face, int k) {
    return face.parameters().landmarks().get(k);
  }

  @Test
  void meanFace_hasDarkEyesAndMouthBesideBrightCheeksAndForehead() {
    double eye = mean(36, 50, 6, 6);
    double cheek = mean(34, 66, 6, 6);
    double forehead = mean(50, 28, 12, 6);
    double mouth = mean(48, 90, 16, 4);
    assertThat(eye).isLessThan(cheek - 25);
    assertThat(mouth).isLessThan(cheek - 10);
    assertThat(forehead).isGreaterThan(eye + 30);
  }

  @Test
  void greyLevels_areCentredAsInPhotographsAndVaryMore() {
    double[] means = FACES.stream().mapToDouble(f -> mean(f.image(), 26, 30, 60, 74)).toArray();
    double mean = IntStream.range(0, means.length).mapToDouble(i -> means[i]).average().orElse(0);
    double spread =
        Math.sqrt(
            IntStream.range(0, means.length)
                .mapToDouble(i -> (means[i] - mean) * (means[i] - mean))
                .average()
                .orElse(0));
    assertThat(mean).isBetween(118.0, 146.0);
    assertThat(spread).isBetween(24.0, 48.0);
  }

  @Test
  void subjects_inEqualisedLight_differMoreThanTheSamplesOfOne() {
    double within = 0;
    double between = 0;
    int others = 10;
    List<double[]> equalised = FACES.stream().map(face -> equalised(face.image())).toList();
    for (int i = 0; i < SUBJECTS; i++) {
      within += others * distance(equalised.get(2 * i), equalised.get(2 * i + 1));
      for (int k = 1; k <= others; k++) {
        int other = (i + k) % SUBJECTS;
        between += distance(equalised.get(2 * i), equalised.get(2 * other + 1));
      }
    }
    assertThat(between).isGreaterThan(1.05 * within);
  }

  private static double mean(int x0, int y0, int width, int height) {
    return FACES.stream()
        .mapToDouble(f -> mean(f.image(), x0, y0, width, height))
        .average()
        .orElse(0);
  }

  private static double mean(RgbImage image, int x0, int y0, int width, int height) {
    double sum = 0;
    for (int y = y0; y < y0 + height; y++) {
      for (int x = x0; x < x0 + width; x++) {
        sum += grey(image, x, y);
      }
    }
    return sum / (width * height);
  }

  private static double distance(double[] first, double[] second) {
    double sum = 0;
    for (int i = 0; i < first.length; i++) {
      sum += Math.abs(first[i] - second[i]);
    }
    return sum;
  }

  /**
   * Takes the mean of the surroundings from every pixel of the inner face, and most of the light
   * with it; hats, hair and background may change.
   */
  private static double[] equalised(RgbImage image) {
    int reach = 8;
    double[] out = new double[SIZE * SIZE];
    for (int y = 36; y < 104; y++) {
      for (int x = 24; x < 88; x++) {
        out[y * SIZE + x] =
            grey(image, x, y) - mean(image, x - reach, y - reach, 2 * reach + 1, 2 * reach + 1);
      }
    }
    return out;
  }

  private static double grey(RgbImage image, int x, int y) {
    return 0.299 * image.sample(x, y, 0)
        + 0.587 * image.sample(x, y, 1)
        + 0.114 * image.sample(x, y, 2);
  }
}
