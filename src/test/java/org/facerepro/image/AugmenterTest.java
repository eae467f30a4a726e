package org.facerepro.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.FloatBuffer;
import java.util.TreeSet;
import org.facerepro.core.InvalidValueException;
import org.facerepro.core.Seed;
import org.junit.jupiter.api.Test;

class AugmenterTest {
  private static final int SOURCE = 24;
  private static final int SIDE = 16;
  private static final int LENGTH = 3 * SIDE * SIDE;
  private static final byte[] NOISY = Pictures.noisy(SOURCE, SOURCE).toBytes();
  private static final Degradation KEEP = Degradation.NONE;
  private static final ColourJitter AS_IS = ColourJitter.NONE;

  private static float[] augment(AugmentSpec spec, byte[] source, long seed) {
    float[] target = new float[LENGTH];
    new Augmenter(spec, SOURCE, SIDE).augment(source, 0, new Seed(seed).rng(), target, 0);
    return target;
  }

  private static float[] centre(byte[] source, boolean mirrored) {
    float[] target = new float[LENGTH];
    new Augmenter(AugmentSpec.NONE, SOURCE, SIDE).centre(source, 0, mirrored, target, 0);
    return target;
  }

  private static byte[] flat(int red, int green, int blue) {
    return Pictures.of(SOURCE, SOURCE, (x, y, c) -> new int[] {red, green, blue}[c]).toBytes();
  }

  @Test
  void centre_writesNormalisedPlanesOfTheMiddle() {
    float[] target = centre(NOISY, false);
    int value = NOISY[((4 + 5) * SOURCE + 4 + 3) * 3 + 2] & 0xff;
    assertThat(target[(2 * SIDE + 5) * SIDE + 3]).isEqualTo((value / 255f - 0.5f) / 0.5f);
  }

  @Test
  void centre_mirrored_readsEachRowBackwards() {
    float[] plain = centre(NOISY, false);
    float[] mirrored = centre(NOISY, true);
    for (int i = 0; i < LENGTH; i++) {
      assertThat(mirrored[i]).isEqualTo(plain[i / SIDE * SIDE + SIDE - 1 - i % SIDE]);
    }
  }

  @Test
  void centre_ofOddMargin_interpolatesBetweenPixels() {
    byte[] ramp = Pictures.of(5, 5, (x, y, c) -> 51 * x).toBytes();
    float[] target = new float[3 * 16];
    new Augmenter(AugmentSpec.NONE, 5, 4).centre(ramp, 0, false, target, 0);
    assertThat(target[0]).isCloseTo(-0.8f, within(1e-6f));
  }

  @Test
  void augment_withNone_isTheCentreCrop() {
    assertThat(augment(AugmentSpec.NONE, NOISY, 1)).isEqualTo(centre(NOISY, false));
  }

  @Test
  void augment_withCertainFlip_isTheMirrorImage() {
    AugmentSpec flip = new AugmentSpec(1, 0, 0, 0, AS_IS, KEEP);
    assertThat(augment(flip, NOISY, 1)).isEqualTo(centre(NOISY, true));
  }

  @Test
  void augment_withJitter_cutsAtEveryShiftInBothDirections() {
    byte[] ramp = Pictures.of(SOURCE, SOURCE, (x, y, c) -> c == 0 ? x : y).toBytes();
    AugmentSpec jitter = new AugmentSpec(0, 4, 0, 0, AS_IS, KEEP);
    var shifts = new TreeSet<Integer>();
    for (int seed = 0; seed < 400; seed++) {
      float[] target = augment(jitter, ramp, seed);
      shifts.add(Math.round((target[0] / 2 + 0.5f) * 255));
      shifts.add(100 + Math.round((target[SIDE * SIDE] / 2 + 0.5f) * 255));
    }
    assertThat(shifts)
        .containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 100, 101, 102, 103, 104, 105, 106, 107, 108);
  }

  @Test
  void augment_withScaleAndRotation_keepsASmoothRampSmooth() {
    byte[] ramp = Pictures.of(SOURCE, SOURCE, (x, y, c) -> 5 * x + 5 * y).toBytes();
    AugmentSpec warp = new AugmentSpec(0, 0, 0.1, 10, AS_IS, KEEP);
    float[] target = augment(warp, ramp, 3);
    float step = target[SIDE + 1] - target[SIDE];
    for (int x = 1; x < SIDE; x++) {
      float found = target[8 * SIDE + x] - target[8 * SIDE + x - 1];
      assertThat(found).isCloseTo(step, within(1e-4f));
    }
    assertThat(step).isNotCloseTo(10f / 255, within(1e-5f));
  }

  @Test
  void augment_withBrightness_shiftsAllValuesAlike() {
    ColourJitter brighter = new ColourJitter(0.1, 0, 0, 0, 0);
    float[] target = augment(new AugmentSpec(0, 0, 0, 0, brighter, KEEP), flat(100, 120, 140), 5);
    float shift = target[0] - centre(flat(100, 120, 140), false)[0];
    assertThat(Math.abs(shift)).isBetween(1e-4f, 0.2f);
    assertThat(target[LENGTH - 1] - centre(flat(100, 120, 140), false)[LENGTH - 1])
        .isCloseTo(shift, within(1e-6f));
  }

  @Test
  void augment_withCertainGrey_equalisesTheChannels() {
    ColourJitter grey = new ColourJitter(0, 0, 0, 0, 1);
    float[] target = augment(new AugmentSpec(0, 0, 0, 0, grey, KEEP), flat(200, 100, 50), 5);
    float luma = 0.299f * 200 + 0.587f * 100 + 0.114f * 50;
    assertThat(target[0]).isCloseTo(luma / 127.5f - 1, within(1e-5f));
    assertThat(target[SIDE * SIDE]).isCloseTo(target[0], within(1e-6f));
  }

  @Test
  void augment_withGamma_keepsBlackAndWhite() {
    ColourJitter gamma = new ColourJitter(0, 0, 1, 0, 0);
    float[] target = augment(new AugmentSpec(0, 0, 0, 0, gamma, KEEP), flat(0, 255, 128), 5);
    assertThat(target[0]).isEqualTo(-1);
    assertThat(target[SIDE * SIDE]).isEqualTo(1);
    assertThat(target[2 * SIDE * SIDE]).isNotCloseTo(0, within(0.01f));
  }

  @Test
  void augment_withBlur_keepsTheMeanOfAFlatPictureAndCalmsANoisyOne() {
    AugmentSpec blur = degraded(new Degradation(0, 1, 1, 1.5, 0, 0, 0, 0));
    assertThat(augment(blur, flat(90, 90, 90), 5)[7]).isCloseTo(90 / 127.5f - 1, within(1e-5f));
    assertThat(roughness(augment(blur, NOISY, 5)))
        .isLessThan(0.8 * roughness(centre(NOISY, false)));
  }

  @Test
  void augment_withLowResolution_calmsANoisyPicture() {
    AugmentSpec low = degraded(new Degradation(1, 0.3, 0, 0, 0, 0, 0, 0));
    assertThat(roughness(augment(low, NOISY, 5))).isLessThan(0.8 * roughness(centre(NOISY, false)));
  }

  @Test
  void augment_withNoise_hasTheDeviationAskedForAndNoBias() {
    AugmentSpec noise = degraded(new Degradation(0, 1, 0, 0, 1, 0.1, 0, 0));
    byte[] grey = flat(128, 128, 128);
    double sum = 0;
    double squares = 0;
    int pictures = 400;
    for (int seed = 0; seed < pictures; seed++) {
      for (float value : augment(noise, grey, seed)) {
        double grain = value / 2 + 0.5 - 128 / 255.0;
        sum += grain;
        squares += grain * grain;
      }
    }
    double n = (double) pictures * LENGTH;
    assertThat(sum / n).isCloseTo(0, within(0.001));
    // The deviation is uniform from 0 to 0.1, so its mean square is 0.01 / 3.
    assertThat(squares / n).isCloseTo(0.01 / 3, within(0.0005));
  }

  @Test
  void augment_withCutOut_leavesOneGreySquareInAllChannels() {
    AugmentSpec cut = degraded(new Degradation(0, 1, 0, 0, 0, 0, 1, 0.9));
    float[] target = augment(cut, flat(250, 250, 250), 8);
    int holes = 0;
    for (int i = 0; i < SIDE * SIDE; i++) {
      holes += target[i] == 0 ? 1 : 0;
      assertThat(target[i + SIDE * SIDE]).isEqualTo(target[i]);
    }
    assertThat(Math.sqrt(holes)).isBetween(1.0, 15.0).isEqualTo(Math.rint(Math.sqrt(holes)));
  }

  private static AugmentSpec degraded(Degradation degradation) {
    return new AugmentSpec(0, 0, 0, 0, AS_IS, degradation);
  }

  private static double roughness(float[] planes) {
    double sum = 0;
    for (int i = 1; i < SIDE * SIDE; i++) {
      sum += Math.abs(planes[i] - planes[i - 1]);
    }
    return sum;
  }

  @Test
  void augment_withStrong_staysInRangeAndRepeatsForTheSameSeed() {
    for (int seed = 0; seed < 50; seed++) {
      float[] target = augment(AugmentSpec.STRONG, NOISY, seed);
      for (float value : target) {
        assertThat(value).isBetween(-1f, 1f);
      }
      assertThat(augment(AugmentSpec.STRONG, NOISY, seed)).isEqualTo(target);
    }
  }

  @Test
  void augment_doesNotDependOnWhatTheAugmenterDidBefore() {
    Augmenter used = new Augmenter(AugmentSpec.STRONG, SOURCE, SIDE);
    float[] target = new float[LENGTH];
    for (int seed = 0; seed < 20; seed++) {
      used.augment(flat(9, 9, 9), 0, new Seed(seed).rng(), target, 0);
    }
    used.augment(NOISY, 0, new Seed(77).rng(), target, 0);
    assertThat(target).isEqualTo(augment(AugmentSpec.STRONG, NOISY, 77));
  }

  @Test
  void augment_intoABufferAtAnOffset_writesThereOnly() {
    byte[] two = new byte[2 * NOISY.length];
    System.arraycopy(NOISY, 0, two, NOISY.length, NOISY.length);
    FloatBuffer buffer = FloatBuffer.allocate(LENGTH + 10);
    new Augmenter(AugmentSpec.STRONG, SOURCE, SIDE)
        .augment(two, NOISY.length, new Seed(4).rng(), buffer, 5);
    float[] expected = augment(AugmentSpec.STRONG, NOISY, 4);
    assertThat(buffer.get(4)).isZero();
    assertThat(buffer.get(5)).isEqualTo(expected[0]);
    assertThat(buffer.get(LENGTH + 4)).isEqualTo(expected[LENGTH - 1]);
    assertThat(buffer.get(LENGTH + 5)).isZero();
    assertThat(buffer.position()).isZero();
  }

  @Test
  void spec_withImpossibleProbability_namesTheKey() {
    assertThatThrownBy(() -> new AugmentSpec(1.5, 0, 0, 0, AS_IS, KEEP))
        .isInstanceOf(InvalidValueException.class)
        .hasMessageStartingWith("flip:");
  }
}
