package org.facerepro.face.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import org.facerepro.core.InvalidValueException;
import org.facerepro.core.Seed;
import org.facerepro.face.draw.Rgb;
import org.facerepro.face.law.AppearancePart;
import org.facerepro.face.law.Draws;
import org.facerepro.face.law.FaceControl;
import org.facerepro.face.law.Law;
import org.facerepro.face.law.Laws;
import org.facerepro.image.RgbImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MotionBlurTest {
  private static final int SIZE = 41;
  private static final int MIDDLE = SIZE / 2;

  /** Spread of light that bilinear sampling adds along an axis, square pixels. */
  private static final double SAMPLING = 1.0 / 6;

  private static float[] point() {
    float[] picture = new float[4 * SIZE * SIZE];
    Arrays.fill(picture, 4 * (MIDDLE * SIZE + MIDDLE), 4 * (MIDDLE * SIZE + MIDDLE) + 3, 1);
    return picture;
  }

  @ParameterizedTest
  @CsvSource({"12, 0", "12, 90", "20, 30", "9.5, -45", "20, 150", "3, 10"})
  void apply_onABrightPoint_makesALineOfThatLengthAndAngleAndKeepsItsEnergy(
      double length, double angle) {
    float[] moved = new MotionBlur(length, angle).apply(point(), SIZE);
    double energy = 0;
    double along = 0;
    double across = 0;
    double mixed = 0;
    double cos = Math.cos(Math.toRadians(angle));
    double sin = Math.sin(Math.toRadians(angle));
    for (int i = 0; i < SIZE * SIZE; i++) {
      double right = i % SIZE - MIDDLE;
      double up = MIDDLE - i / SIZE;
      double u = cos * right + sin * up;
      double v = cos * up - sin * right;
      double light = moved[4 * i + 1];
      energy += light;
      along += light * u * u;
      across += light * v * v;
      mixed += light * u * v;
    }
    assertThat(energy).isCloseTo(1, within(1e-5));
    assertThat(Math.sqrt(12 * (along - SAMPLING))).isCloseTo(length, within(0.25));
    assertThat(across).isBetween(-1e-6, 2 * SAMPLING);
    assertThat(mixed).isCloseTo(0, within(0.1));
  }

  @Test
  void apply_onAnEvenPicture_changesNothingUpToItsEdges() {
    float[] even = new float[4 * SIZE * SIZE];
    Arrays.fill(even, 0.4f);
    for (float light : new MotionBlur(15, 33).apply(even, SIZE)) {
      assertThat(light).isCloseTo(0.4f, within(1e-5f));
    }
  }

  @Test
  void expose_ofAMovingCamera_spreadsLightBeforeItsCurve() {
    SensorModel.Exposure exposure =
        new SensorModel.Exposure(Rgb.of(8, 8, 8), new MotionBlur(10, 0), 0, 0, 1);
    RgbImage image =
        new SensorModel()
            .expose(point(), new float[4 * SIZE * SIZE], SIZE, exposure, new Seed(1).rng());
    assertThat(image.sample(MIDDLE, MIDDLE, 0)).isEqualTo(image.sample(MIDDLE + 4, MIDDLE, 0));
    // A tenth of the light, eight times brighter, through the curve of sRGB: past the shoulder.
    assertThat(image.sample(MIDDLE, MIDDLE, 0)).isBetween(220, 240);
    assertThat(image.sample(MIDDLE, MIDDLE + 2, 0)).isZero();
    assertThat(image.sample(MIDDLE + 7, MIDDLE, 0)).isZero();
  }

  @Test
  void draw_withoutALaw_isNoneAndLeavesNoTrace() {
    Draws draws = new Draws(Laws.NONE, new Seed(3));
    assertThat(MotionBlur.draw(draws)).isEqualTo(MotionBlur.NONE);
    assertThat(draws.drawn()).isEmpty();
  }

  @Test
  void draw_ofALengthAlone_goesAnyWay() {
    Laws laws = Laws.NONE.with(FaceControl.SENSOR_MOTION, new Law.Constant(5));
    MotionBlur one = MotionBlur.draw(new Draws(laws, new Seed(1)));
    MotionBlur other = MotionBlur.draw(new Draws(laws, new Seed(2)));
    assertThat(one.length()).isEqualTo(5).isEqualTo(other.length());
    assertThat(one.angle()).isNotEqualTo(other.angle());
  }

  @Test
  void draw_whereTheSensorIsLeftOut_isNoneWhateverIsFixed() {
    Laws laws = Laws.NONE.without(AppearancePart.SENSOR);
    Draws draws = new Draws(laws, new Seed(1), Map.of(FaceControl.SENSOR_MOTION, 9.0));
    assertThat(MotionBlur.draw(draws).isNone()).isTrue();
  }

  @Test
  void laws_whereTheSensorIsLeftOut_tellNoMotion() {
    Laws laws = Laws.NONE.with(FaceControl.SENSOR_MOTION, new Law.Constant(5));
    assertThat(laws.without(AppearancePart.SENSOR).byName())
        .containsEntry("sensor.motion", new Law.Constant(0));
  }

  @Test
  void length_belowNone_isRefused() {
    assertThatThrownBy(() -> new MotionBlur(-1, 0))
        .isInstanceOf(InvalidValueException.class)
        .hasMessageContaining("length");
  }
}
