package org.facerepro.data.leak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.facerepro.core.CorruptDataException;
import org.facerepro.core.InvalidValueException;
import org.facerepro.core.Rng;
import org.facerepro.core.Seed;
import org.facerepro.image.PerceptualHash;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SetOverlapTest {
  private static final PerceptualHash LOOK = new PerceptualHash(5, 6, 7, 8);

  private static Fingerprint face(
      String image, String subject, String pixels, PerceptualHash look) {
    return new Fingerprint(image, subject, pixels, look);
  }

  /** Flips the first bits of each of the given parts. */
  private static PerceptualHash flipped(PerceptualHash hash, int bits) {
    long[] words = {hash.first(), hash.second(), hash.third(), hash.fourth()};
    for (int i = 0; i < bits; i++) {
      int at = i * 16 % 256 + i / 16;
      words[at / 64] ^= 1L << (at % 64);
    }
    return new PerceptualHash(words[0], words[1], words[2], words[3]);
  }

  private static SetOverlap overlap(Fingerprint first, Fingerprint second) {
    return SetOverlap.of(new Fingerprints(List.of(first)), new Fingerprints(List.of(second)), true);
  }

  @Test
  void of_setsWithNothingInCommon_isNoLeak() {
    SetOverlap overlap =
        overlap(face("a", "Ada", "1", LOOK), face("b", "Bob", "2", flipped(LOOK, 40)));
    assertThat(overlap.subjects()).isZero();
    assertThat(overlap.samePixels()).isZero();
    assertThat(overlap.nearPictures()).isZero();
    assertThat(overlap.isLeak()).isFalse();
  }

  @Test
  void of_setsWithTheSamePixels_isALeakWithBothNames() {
    SetOverlap overlap = overlap(face("a", "Ada", "1", LOOK), face("b", "Bob", "1", LOOK));
    assertThat(overlap.isLeak()).isTrue();
    assertThat(overlap.sameExamples()).containsExactly(new SetOverlap.Couple("a", "b", 0));
    assertThat(overlap.nearPictures()).isZero();
  }

  @Test
  void of_setsWithTheSamePerson_isALeakWhereNamesTellPeopleApart() {
    PerceptualHash other = flipped(LOOK, 100);
    assertThat(overlap(face("a", "Ada", "1", LOOK), face("b", "Ada", "2", other)).isLeak())
        .isTrue();
    SetOverlap numbers = overlap(face("a", "17", "1", LOOK), face("b", "17", "2", other));
    assertThat(numbers.subjects()).isEqualTo(1);
    assertThat(numbers.isLeak()).isFalse();
    SetOverlap counted =
        SetOverlap.of(
            new Fingerprints(List.of(face("a", "person-1", "1", LOOK))),
            new Fingerprints(List.of(face("b", "person-1", "2", other))),
            false);
    assertThat(counted.subjects()).isZero();
  }

  @Test
  void of_picturesThatLookAlike_findsThemUpToFifteenBits() {
    Fingerprint one = face("a", "Ada", "1", LOOK);
    assertThat(overlap(one, face("b", "Bob", "2", flipped(LOOK, 15))).nearExamples())
        .containsExactly(new SetOverlap.Couple("a", "b", 15));
    assertThat(overlap(one, face("b", "Bob", "2", flipped(LOOK, 16))).nearPictures()).isZero();
  }

  @Test
  void nearPictures_areThoseThatComparingAllWithAllFinds() {
    Rng rng = new Seed(3).rng();
    List<Fingerprint> first = drawn("a", rng, 60);
    List<Fingerprint> second = drawn("b", rng, 80);
    long expected = 0;
    for (Fingerprint one : first) {
      expected += second.stream().filter(other -> one.look().distance(other.look()) <= 15).count();
    }
    SetOverlap overlap = SetOverlap.of(new Fingerprints(first), new Fingerprints(second), false);
    assertThat(expected).isGreaterThan(100);
    assertThat(overlap.nearPictures()).isEqualTo(expected);
  }

  /** Looks around three centres, so that many are near and many are not. */
  private static List<Fingerprint> drawn(String prefix, Rng rng, int count) {
    List<Fingerprint> faces = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Rng centre = new Seed(i % 3).rng();
      long[] words = new long[4];
      for (int w = 0; w < words.length; w++) {
        words[w] = centre.nextLong();
      }
      int flips = rng.nextInt(14);
      for (int f = 0; f < flips; f++) {
        int bit = rng.nextInt(256);
        words[bit / 64] ^= 1L << (bit % 64);
      }
      PerceptualHash look = new PerceptualHash(words[0], words[1], words[2], words[3]);
      faces.add(face(prefix + i, prefix + i, prefix + i, look));
    }
    return faces;
  }

  @Test
  void fingerprints_readBack(@TempDir Path folder) throws IOException {
    Fingerprints written = new Fingerprints(List.of(face("a/1", "Ada É", "1", LOOK)));
    written.write(folder);
    assertThat(Fingerprints.read(folder)).isEqualTo(written);
    Files.writeString(folder.resolve("fingerprints.tsv"), "a\tb\tc\n");
    assertThatThrownBy(() -> Fingerprints.read(folder))
        .isInstanceOf(CorruptDataException.class)
        .hasMessageContaining("expected four fields");
  }

  @Test
  void fingerprint_whoseNameWouldBreakALine_isAnError() {
    assertThatThrownBy(() -> face("a\tb", "Ada", "1", LOOK))
        .isInstanceOf(InvalidValueException.class);
  }
}
