package org.facerepro.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.facerepro.core.Rng;
import org.facerepro.core.Seed;
import org.junit.jupiter.api.Test;

class RunDeflaterTest {
  private static final Rng RNG = new Seed(4).rng();
  private final RunDeflater deflater = new RunDeflater();

  private static byte[] bytes(int length, IntUnaryOperator value) {
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) value.applyAsInt(i);
    }
    return bytes;
  }

  private byte[] packed(byte[] source) {
    byte[] target = new byte[RunDeflater.bound(source.length) + 7];
    int length = deflater.pack(source, source.length, target, 7);
    return Arrays.copyOfRange(target, 7, 7 + length);
  }

  /** Unpacks with another implementation, which also checks the sum. */
  private static byte[] unpacked(byte[] packed, int length) throws DataFormatException {
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(packed);
      byte[] out = new byte[length];
      assertThat(inflater.inflate(out)).isEqualTo(length);
      assertThat(inflater.inflate(new byte[1])).isZero();
      assertThat(inflater.finished()).isTrue();
      assertThat(inflater.getRemaining()).isZero();
      return out;
    } finally {
      inflater.end();
    }
  }

  private void assertKept(byte[] source) throws DataFormatException {
    assertThat(unpacked(packed(source), source.length)).isEqualTo(source);
  }

  @Test
  void pack_ofEveryLength_unpacksToTheSame() throws DataFormatException {
    for (int length = 0; length < 300; length++) {
      assertKept(bytes(length, i -> RNG.nextInt(256)));
      assertKept(bytes(length, i -> 0));
    }
  }

  @Test
  void pack_ofRunsOfEveryLength_unpacksToTheSame() throws DataFormatException {
    for (int run = 1; run < 600; run++) {
      int each = run;
      assertKept(bytes(3 * run + 20, i -> i / each * 77));
    }
  }

  @Test
  void pack_ofCountsThatWouldTakeTooLongACode_unpacksToTheSame() throws DataFormatException {
    int[] counts = new int[26];
    counts[0] = 1;
    counts[1] = 1;
    for (int i = 2; i < counts.length; i++) {
      counts[i] = counts[i - 1] + counts[i - 2];
    }
    byte[] source = new byte[Arrays.stream(counts).sum()];
    int at = 0;
    for (int value = 0; value < counts.length; value++) {
      for (int i = 0; i < counts[value]; i++) {
        source[at++] = (byte) (9 * value);
      }
    }
    for (int i = source.length - 1; i > 0; i--) {
      int other = RNG.nextInt(i + 1);
      byte kept = source[i];
      source[i] = source[other];
      source[other] = kept;
    }
    assertKept(source);
  }

  @Test
  void pack_ofSmallDifferences_comesNearTheirEntropy() {
    byte[] source = bytes(200_000, i -> (int) Math.floor(RNG.gaussian(0, 2.5)));
    int[] counts = new int[256];
    for (byte value : source) {
      counts[value & 0xff]++;
    }
    double bits = 0;
    for (int count : counts) {
      bits -= count == 0 ? 0 : count * Math.log((double) count / source.length) / Math.log(2);
    }
    assertThat(packed(source).length).isBetween((int) (bits / 8), (int) (1.02 * bits / 8) + 200);
  }

  @Test
  void fit_ofAnyCounts_givesACompleteCodeWithoutPrefixes() {
    PrefixCode code = new PrefixCode(40, 7);
    for (int trial = 0; trial < 200; trial++) {
      int[] counts = new int[40];
      for (int i = 0; i < counts.length; i++) {
        counts[i] = RNG.nextInt(3) == 0 ? 0 : (int) Math.exp(RNG.uniform(0, 18));
      }
      code.fit(counts);
      double room = 0;
      for (int i = 0; i < counts.length; i++) {
        assertThat(code.lengths[i] > 0).isEqualTo(counts[i] > 0);
        assertThat(code.lengths[i]).isLessThanOrEqualTo(7);
        room += code.lengths[i] == 0 ? 0 : Math.pow(2, -code.lengths[i]);
      }
      assertThat(room).isEqualTo(1);
    }
  }
}
