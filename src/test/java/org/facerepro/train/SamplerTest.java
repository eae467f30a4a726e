package org.facerepro.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.facerepro.core.InvalidValueException;
import org.facerepro.core.Seed;
import org.junit.jupiter.api.Test;

class SamplerTest {
  private static final Seed SEED = new Seed(4);

  /** Subject {@code s} has {@code counts[s]} pictures. */
  private static PackedFaces faces(int... counts) {
    int[] labels =
        IntStream.range(0, counts.length)
            .flatMap(s -> IntStream.generate(() -> s).limit(counts[s]))
            .toArray();
    return PackedFaces.takeOver(1, new byte[labels.length][3], labels);
  }

  private static int[] pictures(EpochOrder order) {
    return IntStream.range(0, order.length()).map(order::picture).toArray();
  }

  private static int[] draw(FacePool pool, Sampling sampling, int batchSize, int epoch) {
    return pictures(new Sampler(pool, sampling, batchSize).epoch(epoch, SEED));
  }

  private static Map<Integer, Integer> perSubject(FacePool pool, int[] pictures) {
    Map<Integer, Integer> counts = new HashMap<>();
    for (int picture : pictures) {
      counts.merge(pool.faces().label(picture), 1, Integer::sum);
    }
    return counts;
  }

  @Test
  void shuffled_showsEachPictureOnce_inThePermutationOfTheEpoch() {
    FacePool pool = FacePool.of(faces(3, 9, 4));
    int[] pictures = draw(pool, new Sampling.Shuffled(), 4, 2);
    assertThat(pictures).isEqualTo(SEED.child("order").child(2).rng().permutation(16));
  }

  @Test
  void shuffled_leavesOutWhatFillsNoBatch() {
    assertThat(draw(FacePool.of(faces(3, 9, 4)), new Sampling.Shuffled(), 5, 0)).hasSize(15);
  }

  @Test
  void balanced_showsEachSubjectEquallyOften_andItsPicturesInTurn() {
    FacePool pool = FacePool.of(faces(2, 12, 4));
    int[] pictures = draw(pool, new Sampling.Balanced(), 6, 0);
    assertThat(perSubject(pool, pictures))
        .containsExactlyInAnyOrderEntriesOf(Map.of(0, 6, 1, 6, 2, 6));
    assertThat(Arrays.stream(pictures).filter(p -> p == 0).count()).isEqualTo(3);
    assertThat(Arrays.stream(pictures).filter(p -> p >= 2 && p < 14).distinct().count())
        .isEqualTo(6);
  }

  @Test
  void balanced_countsHowOftenAPictureCameBefore() {
    EpochOrder order =
        new Sampler(FacePool.of(faces(1, 5)), new Sampling.Balanced(), 2).epoch(0, SEED);
    int seen = 0;
    for (int i = 0; i < order.length(); i++) {
      if (order.picture(i) == 0) {
        assertThat(order.repeat(i)).isEqualTo(seen++);
      }
    }
    assertThat(seen).isEqualTo(3);
  }

  @Test
  void grouped_fillsEachBatchWithDifferentSubjects_andDifferentPicturesOfEach() {
    FacePool pool = FacePool.of(faces(7, 7, 8, 9, 6, 11));
    int[] pictures = draw(pool, new Sampling.Grouped(4, 3), 12, 0);
    assertThat(pictures).hasSize(48);
    for (int from = 0; from < pictures.length; from += 12) {
      int[] batch = Arrays.copyOfRange(pictures, from, from + 12);
      assertThat(perSubject(pool, batch))
          .hasSize(4)
          .allSatisfy((s, n) -> assertThat(n).isEqualTo(3));
      assertThat(Arrays.stream(batch).distinct().count()).isEqualTo(12);
    }
  }

  @Test
  void grouped_showsAllPicturesOfASubjectWithTooFew() {
    FacePool pool = FacePool.of(faces(2, 20));
    int[] batch = Arrays.copyOf(draw(pool, new Sampling.Grouped(2, 5), 10, 0), 10);
    assertThat(batch).contains(0, 1);
    assertThat(perSubject(pool, batch)).containsEntry(0, 5);
  }

  @Test
  void grouped_withASubjectOfOnePicture_isRefused() {
    FacePool pool = FacePool.of(faces(4, 1, 4));
    assertThatThrownBy(() -> new Sampler(pool, new Sampling.Grouped(2, 2), 4))
        .isInstanceOf(InvalidValueException.class)
        .hasMessageContaining("at least 2 pictures of each subject")
        .hasMessageContaining("number 1");
  }

  @Test
  void grouped_withFewerSubjectsThanABatchNeeds_isRefused() {
    FacePool pool = FacePool.of(faces(4, 4));
    assertThatThrownBy(() -> new Sampler(pool, new Sampling.Grouped(3, 2), 6))
        .isInstanceOf(InvalidValueException.class)
        .hasMessageContaining("2 subjects");
  }

  @Test
  void mixed_givesEachSetItsPartOfEveryBatch() {
    FacePool pool =
        FacePool.mixed(
            List.of(new FacePool.Source(faces(30, 30), 1), new FacePool.Source(faces(2, 2), 3)));
    int[] pictures = draw(pool, new Sampling.Shuffled(), 8, 0);
    assertThat(pictures).hasSize(64);
    for (int from = 0; from < pictures.length; from += 8) {
      int[] batch = Arrays.copyOfRange(pictures, from, from + 8);
      assertThat(Arrays.stream(batch).filter(p -> p < 60).count()).isEqualTo(2);
    }
    assertThat(pool.faces().classes()).isEqualTo(4);
    assertThat(pool.faces().label(63)).isEqualTo(3);
  }

  @Test
  void everySampling_givesTheSameOrderAgain_andAnotherOneInAnotherEpoch() {
    FacePool pool = FacePool.of(faces(5, 6, 7));
    for (Sampling sampling :
        List.of(new Sampling.Shuffled(), new Sampling.Balanced(), new Sampling.Grouped(2, 3))) {
      int[] first = draw(pool, sampling, 6, 0);
      assertThat(draw(pool, sampling, 6, 0)).isEqualTo(first);
      assertThat(draw(pool, sampling, 6, 1)).isNotEqualTo(first);
    }
  }

  @Test
  void part_ofTheSubjects_liesWithinEachGreaterOne() {
    PackedFaces all = ToyFaces.make(30, 3, new Seed(1));
    Set<Integer> before = new HashSet<>();
    for (double fraction : new double[] {0.1, 0.5, 1}) {
      LabelFraction part = new LabelFraction(LabelFraction.Of.SUBJECTS, fraction, null);
      int[] kept = part.kept(all.labels(), 30);
      Set<Integer> now = new HashSet<>(Arrays.stream(kept).boxed().toList());
      assertThat(now).containsAll(before).hasSize((int) (90 * fraction));
      assertThat(all.part(part).classes()).isEqualTo((int) (30 * fraction));
      before = now;
    }
  }

  @Test
  void part_ofThePictures_keepsEverySubject() {
    PackedFaces all = ToyFaces.make(6, 20, new Seed(1));
    Set<Integer> before = new HashSet<>();
    for (double fraction : new double[] {0.01, 0.1, 1}) {
      LabelFraction part = new LabelFraction(LabelFraction.Of.IMAGES, fraction, null);
      int[] kept = part.kept(all.labels(), 6);
      Set<Integer> now = new HashSet<>(Arrays.stream(kept).boxed().toList());
      assertThat(now).containsAll(before).hasSize(6 * Math.max(1, (int) (20 * fraction)));
      assertThat(all.part(part).classes()).isEqualTo(6);
      before = now;
    }
  }

  @Test
  void part_ofEverything_isTheSetItself() {
    PackedFaces all = ToyFaces.make(6, 4, new Seed(1));
    LabelFraction whole = new LabelFraction(LabelFraction.Of.SUBJECTS, 1, null);
    assertThat(all.part(whole).fingerprint()).isEqualTo(all.fingerprint());
  }

  @Test
  void emptySet_isRefused() {
    assertThatThrownBy(() -> PackedFaces.takeOver(1, new byte[0][], new int[0]))
        .isInstanceOf(InvalidValueException.class)
        .hasMessageContaining("at least one picture");
  }

  @Test
  void labels_withAGap_areRefused() {
    assertThatThrownBy(() -> PackedFaces.takeOver(1, new byte[2][3], new int[] {0, 2}))
        .isInstanceOf(InvalidValueException.class)
        .hasMessageContaining("without gap");
  }
}
