package org.facerepro.face;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.facerepro.core.Seed;
import org.facerepro.face.head.Segment;
import org.facerepro.face.law.Control;
import org.facerepro.face.law.FaceControl;
import org.facerepro.face.scene.Crop;
import org.facerepro.face.scene.FaceDomain;
import org.facerepro.face.truth.HeadTruth;
import org.facerepro.face.truth.LabelMap;
import org.facerepro.face.truth.TruthKind;
import org.facerepro.face.truth.TruthMaps;
import org.facerepro.image.RgbImage;
import org.junit.jupiter.api.Test;

/** Single controls of the built-in head and what each does to a picture. */
@SuppressWarnings("EnumOrdinal") // maps hold the numbers of segments
class ControlsActTest {
  private static final int SIZE = 112;
  private static final int SUBJECTS = 6;
  private static final FaceGenerator GENERATOR = generator(Crop.ALIGNED);
  private static final HeadTruth TRUTH = new HeadTruth(GENERATOR.model());

  private static FaceGenerator generator(Crop crop) {
    return new FaceGenerator(
        new GeneratorSpec(FaceDomain.GRAPHICS, SUBJECTS, 1).framed(SIZE, crop), new Seed(12));
  }

  /** A frontal, bare face in side light before a clean camera. */
  private static Map<Control, Double> still() {
    Map<Control, Double> fixed = new HashMap<>();
    fixed.put(FaceControl.POSE_YAW, 0.0);
    fixed.put(FaceControl.POSE_PITCH, 0.0);
    fixed.put(FaceControl.POSE_ROLL, 0.0);
    fixed.put(FaceControl.LIGHT_AZIMUTH, 40.0);
    fixed.put(FaceControl.LIGHT_ELEVATION, 35.0);
    fixed.put(FaceControl.LIGHT_KEY_SHARE, 0.8);
    fixed.put(FaceControl.LIGHT_EXPOSURE, 0.7);
    fixed.put(FaceControl.SENSOR_NOISE, 0.0);
    fixed.put(FaceControl.SENSOR_BLUR, 0.0);
    fixed.put(FaceControl.WEAR_GLASSES, 0.0);
    fixed.put(FaceControl.WEAR_SUNGLASSES, 0.0);
    fixed.put(FaceControl.WEAR_HEADWEAR, 0.0);
    fixed.put(FaceControl.WEAR_MASK, 0.0);
    fixed.put(FaceControl.WEAR_OCCLUDER, 0.0);
    fixed.put(FaceControl.WEAR_MAKE_UP, 0.0);
    fixed.put(FaceControl.EXPRESSION_SCALE, 0.0);
    return fixed;
  }

  private record Shown(RgbImage image, LabelMap segments) {
    double mean(int channel) {
      double sum = 0;
      for (int i = 0; i < SIZE * SIZE; i++) {
        sum += image.sample(i % SIZE, i / SIZE, channel);
      }
      return sum / (SIZE * SIZE);
    }

    int count(Segment segment) {
      return segments.counts()[segment.ordinal()];
    }

    /** Mean place of a segment along an axis. */
    double centre(Segment segment, boolean across) {
      double sum = 0;
      for (int i = 0; i < SIZE * SIZE; i++) {
        int x = i % SIZE;
        int y = i / SIZE;
        sum += segments.at(x, y) == segment.ordinal() ? (across ? x : y) : 0;
      }
      return sum / count(segment);
    }
  }

  private static Shown shown(int subject, FaceControl control, double value) {
    Map<Control, Double> fixed = still();
    fixed.put(control, value);
    SubjectGenerator faces = GENERATOR.subject(subject);
    RgbImage image = faces.sample(0, fixed).image();
    return new Shown(
        image, new TruthMaps(TRUTH.scene(faces.view())).labelled(TruthKind.SEGMENTATION));
  }

  @Test
  void castShadow_darkensPartsOfTheFaceAndBrightensNone() {
    Shown lit = shown(1, FaceControl.LIGHT_CAST_SHADOW, 0);
    Shown shaded = shown(1, FaceControl.LIGHT_CAST_SHADOW, 1);
    int darker = 0;
    for (int i = 0; i < SIZE * SIZE; i++) {
      int x = i % SIZE;
      int y = i / SIZE;
      int lost = lit.image.sample(x, y, 1) - shaded.image.sample(x, y, 1);
      assertThat(lost).isGreaterThanOrEqualTo(0);
      darker += lost > 25 ? 1 : 0;
    }
    assertThat(darker).isGreaterThan(100);
  }

  @Test
  void gaze_movesTheIrisToItsSideAndUp() {
    for (int i = 0; i < 3; i++) {
      double across =
          shown(i, FaceControl.GAZE_ACROSS, 3).centre(Segment.IRIS, true)
              - shown(i, FaceControl.GAZE_ACROSS, -3).centre(Segment.IRIS, true);
      // Lids cover most of the iris above and below, so what is seen of it moves less.
      double down =
          shown(i, FaceControl.GAZE_UP, 3).centre(Segment.IRIS, false)
              - shown(i, FaceControl.GAZE_UP, -3).centre(Segment.IRIS, false);
      assertThat(across).isGreaterThan(1);
      assertThat(down).isLessThan(-0.2);
    }
  }

  @Test
  void blur_takesStepsFromPixelToPixelAway() {
    double sharp = steps(shown(0, FaceControl.SENSOR_BLUR, 0).image);
    double soft = steps(shown(0, FaceControl.SENSOR_BLUR, 0.6).image);
    double softer = steps(shown(0, FaceControl.SENSOR_BLUR, 1.4).image);
    assertThat(soft).isLessThan(0.8 * sharp);
    assertThat(softer).isLessThan(0.8 * soft);
  }

  private static double steps(RgbImage image) {
    double sum = 0;
    for (int i = 0; i < SIZE * (SIZE - 1); i++) {
      double step = image.sample(i % SIZE, i / SIZE + 1, 1) - image.sample(i % SIZE, i / SIZE, 1);
      sum += step * step;
    }
    return sum;
  }

  @Test
  void whiteBalance_movesRedAgainstBlueAndTintGreenAlone() {
    Shown cold = shown(0, FaceControl.SENSOR_BALANCE, -0.2);
    Shown warm = shown(0, FaceControl.SENSOR_BALANCE, 0.2);
    assertThat(warm.mean(0)).isGreaterThan(cold.mean(0) + 10);
    assertThat(warm.mean(1)).isEqualTo(cold.mean(1));
    assertThat(warm.mean(2)).isLessThan(cold.mean(2) - 10);
    Shown green = shown(0, FaceControl.SENSOR_TINT, 0.2);
    Shown magenta = shown(0, FaceControl.SENSOR_TINT, -0.2);
    assertThat(green.mean(0)).isEqualTo(magenta.mean(0));
    assertThat(green.mean(1)).isGreaterThan(magenta.mean(1) + 10);
  }

  @Test
  void warmth_ofTheMainLight_reddensTheFaceAndLeavesTheBackground() {
    Shown cold = shown(0, FaceControl.LIGHT_WARMTH, -0.4);
    Shown warm = shown(0, FaceControl.LIGHT_WARMTH, 0.4);
    assertThat(warm.mean(0)).isGreaterThan(cold.mean(0) + 5);
    assertThat(warm.mean(2)).isLessThan(cold.mean(2) - 5);
    assertThat(changed(cold, warm)).contains(Segment.SKIN).doesNotContain(Segment.BACKGROUND);
  }

  /** Returns the segments in which whole pixels differ by more than a rounding. */
  private static Set<Segment> changed(Shown one, Shown other) {
    Set<Segment> out = EnumSet.noneOf(Segment.class);
    for (int y = 1; y < SIZE - 1; y++) {
      for (int x = 1; x < SIZE - 1; x++) {
        int most = 0;
        for (int channel = 0; channel < 3; channel++) {
          int step = one.image.sample(x, y, channel) - other.image.sample(x, y, channel);
          most = Math.max(most, Math.abs(step));
        }
        if (most > 8 && isInside(one.segments, x, y)) {
          out.add(Segment.values()[one.segments.at(x, y)]);
        }
      }
    }
    return out;
  }

  private static boolean isInside(LabelMap map, int x, int y) {
    int here = map.at(x, y);
    for (int k = 0; k < 9; k++) {
      if (map.at(x + k % 3 - 1, y + k / 3 - 1) != here) {
        return false;
      }
    }
    return true;
  }

  @Test
  void makeUp_paintsLipsOrLidsAndLeavesHairClothesAndBackground() {
    for (int i = 0; i < 3; i++) {
      Set<Segment> painted =
          changed(shown(i, FaceControl.WEAR_MAKE_UP, 0), shown(i, FaceControl.WEAR_MAKE_UP, 1));
      assertThat(painted)
          .isNotEmpty()
          .doesNotContain(Segment.HAIR, Segment.CLOTH, Segment.BACKGROUND, Segment.TEETH);
    }
  }

  @Test
  void occluder_standsBeforeTheFaceWhereItsControlSaysSo() {
    int seen = 0;
    for (int i = 0; i < SUBJECTS; i++) {
      assertThat(shown(i, FaceControl.WEAR_OCCLUDER, 0).count(Segment.OCCLUDER)).isZero();
      seen += shown(i, FaceControl.WEAR_OCCLUDER, 1).count(Segment.OCCLUDER) > 30 ? 1 : 0;
    }
    assertThat(seen).isGreaterThanOrEqualTo(SUBJECTS - 1);
  }

  @Test
  void clothes_areSeenBelowTheHeadInTheColoursOfThePicture() {
    FaceGenerator whole = generator(Crop.NONE);
    Set<Integer> colours = new HashSet<>();
    for (int i = 0; i < 3; i++) {
      SubjectGenerator faces = whole.subject(i);
      RgbImage image = faces.sample(0, still()).image();
      LabelMap map = new TruthMaps(TRUTH.scene(faces.view())).labelled(TruthKind.SEGMENTATION);
      assertThat(map.counts()[Segment.CLOTH.ordinal()]).isGreaterThan(500);
      assertThat(map.at(SIZE / 2, SIZE - 2)).isEqualTo(Segment.CLOTH.ordinal());
      int rgb = 0;
      for (int channel = 0; channel < 3; channel++) {
        rgb = 256 * rgb + image.sample(SIZE / 2, SIZE - 2, channel);
      }
      colours.add(rgb);
    }
    assertThat(colours).hasSize(3);
  }
}
