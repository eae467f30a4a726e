package org.facerepro.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.facerepro.core.InvalidValueException;
import org.facerepro.core.Seed;
import org.facerepro.image.RandAugmentVariation.Operation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AugmentationTest {
  private static final int SOURCE = 24;
  private static final int SIDE = 16;
  private static final int PIXELS = SIDE * SIDE;
  private static final byte[] NOISY = Pictures.noisy(SOURCE, SOURCE).toBytes();

  private static float[] augment(Augmentation augmentation, byte[] source, long seed) {
    float[] target = new float[3 * PIXELS];
    new Augmenter(augmentation, SOURCE, SIDE).augment(source, 0, new Seed(seed).rng(), target, 0);
    return target;
  }

  private static float[] centre() {
    float[] target = new float[3 * PIXELS];
    new Augmenter(AugmentSpec.NONE, SOURCE, SIDE).centre(NOISY, 0, false, target, 0);
    return target;
  }

  private static double[] map(Homography map, double x, double y) {
    double depth = map.px() * x + map.py() * y + map.w();
    return new double[] {
      (map.xx() * x + map.xy() * y + map.x0()) / depth,
      (map.yx() * x + map.yy() * y + map.y0()) / depth
    };
  }

  @Test
  void homography_ofFourPoints_takesTheCornersThere() {
    double[] x = {-9, 7, 8.5, -6};
    double[] y = {-7, -8, 9, 7.5};
    Homography map = Homography.ofCorners(8, x, y);
    double[][] corners = {{-8, -8}, {8, -8}, {8, 8}, {-8, 8}};
    for (int i = 0; i < 4; i++) {
      assertThat(map(map, corners[i][0], corners[i][1]))
          .containsExactly(new double[] {x[i], y[i]}, within(1e-9));
    }
  }

  @Test
  void homographies_oneAfterTheOther_areTheirProduct() {
    Homography turn = Homography.turn(0.3, 1.2);
    Homography corners =
        Homography.ofCorners(8, new double[] {-9, 7, 8.5, -6}, new double[] {-7, -8, 9, 7.5});
    double[] between = map(turn, 3, -2);
    assertThat(map(corners.after(turn), 3, -2))
        .containsExactly(map(corners, between[0], between[1]), within(1e-9));
  }

  @Test
  void randAugment_ofNoOperation_isTheCentreCrop() {
    assertThat(augment(new RandAugment(0, 9, 0, 0), NOISY, 1))
        .containsExactly(centre(), within(1e-6f));
  }

  @Test
  void randAugment_flippedForSure_readsEachRowBackwards() {
    float[] plain = centre();
    float[] mirrored = augment(new RandAugment(0, 9, 1, 0), NOISY, 1);
    for (int i = 0; i < plain.length; i++) {
      assertThat(mirrored[i])
          .isCloseTo(plain[i / SIDE * SIDE + SIDE - 1 - i % SIDE], within(1e-6f));
    }
  }

  @Test
  void digiFace_ofNoStrength_changesNoGeometry() {
    int same = 0;
    float[] plain = centre();
    for (int seed = 0; seed < 50; seed++) {
      float[] varied = augment(new DigiFace(0, 0), NOISY, seed);
      double most = 0;
      for (int i = 0; i < plain.length; i++) {
        most = Math.max(most, Math.abs(varied[i] - plain[i]));
      }
      same += most < 1e-5 ? 1 : 0;
    }
    // JPEG, grey and the down- and upsampling's least step act whatever the strength.
    assertThat(same).isBetween(35, 50);
  }

  @Test
  void digiFace_addsNoise_andTakesColour_asOftenAsPublished() {
    byte[] red = Pictures.of(SOURCE, SOURCE, (x, y, c) -> c == 0 ? 150 : 60).toBytes();
    int noisy = 0;
    int grey = 0;
    int pictures = 4000;
    Augmenter augmenter = new Augmenter(new DigiFace(0.5, 1), SOURCE, SIDE);
    float[] target = new float[3 * PIXELS];
    for (int i = 0; i < pictures; i++) {
      augmenter.augment(red, 0, new Seed(1).child(i).rng(), target, 0);
      noisy += Math.abs(target[0] - target[1]) > 1e-4 ? 1 : 0;
      grey += Math.abs(target[0] - target[PIXELS]) < 0.2 ? 1 : 0;
    }
    assertThat((double) noisy / pictures).isCloseTo(DigiFace.NOISE, within(0.012));
    assertThat((double) grey / pictures).isCloseTo(DigiFace.GREY, within(0.006));
  }

  @Test
  void everyAugmentation_givesEqualPicturesForASeed_andOtherOnesForAnother() {
    for (Augmentation augmentation :
        new Augmentation[] {new DigiFace(0.5, 1), new RandAugment(4, 16, 0.5, 2)}) {
      float[] first = augment(augmentation, NOISY, 1);
      assertThat(augment(augmentation, NOISY, 1)).isEqualTo(first);
      assertThat(augment(augmentation, NOISY, 2)).isNotEqualTo(first);
      for (float value : first) {
        assertThat(value).isBetween(-1f, 1f);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void operation_atNoMagnitude_changesNothingItNeedNot(Operation operation) {
    assertThat(map(RandAugmentVariation.geometry(operation, 0, SIDE), 3, -5))
        .containsExactly(3, -5);
    if (operation == Operation.STRETCH || operation == Operation.EQUALISE) {
      return;
    }
    float[] planes = centre();
    RandAugmentVariation.tones(operation, 0, planes, SIDE);
    float[] expected = centre();
    if (operation == Operation.SOLARISE) {
      // From level 255 on, white alone is inverted.
      for (int i = 0; i < expected.length; i++) {
        expected[i] = expected[i] == 1 ? -1 : expected[i];
      }
    }
    assertThat(planes).containsExactly(expected, within(1e-5f));
  }

  @Test
  void motionBlur_alongARow_spreadsAnImpulseOverItsLength() {
    float[] planes = new float[3 * 25];
    planes[12] = 3;
    new PlaneFilter(5).motionBlur(planes, 2, 0);
    assertThat(planes[11]).isCloseTo(1, within(1e-6f));
    assertThat(planes[12]).isCloseTo(1, within(1e-6f));
    assertThat(planes[13]).isCloseTo(1, within(1e-6f));
    assertThat(planes[7]).isZero();
  }

  @Test
  void magnitude_aboveTheGreatest_isRefused() {
    assertThatThrownBy(() -> new RandAugment(2, 31, 0.5, 0))
        .isInstanceOf(InvalidValueException.class)
        .hasMessageContaining("magnitude");
  }
}
