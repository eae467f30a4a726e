package org.facerepro.experiment.generation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junitpioneer.jupiter.cartesian.CartesianTest;

class SampleRangeTest {

  @CartesianTest
  void pieces_coverTheRangeOnceInOrder(
      @CartesianTest.Values(ints = {0, 1, 63, 100}) int first,
      @CartesianTest.Values(ints = {101, 128, 777}) int end,
      @CartesianTest.Values(ints = {1, 7, 16, 20, 64, 65, 300}) int perSubject) {
    int next = first;
    for (SampleRange piece : new SampleRange(first, end).pieces(perSubject)) {
      assertThat(piece.first()).isEqualTo(next);
      assertThat(piece.end() - piece.first()).isBetween(1, 64);
      next = piece.end();
    }
    assertThat(next).isEqualTo(end);
  }

  @Test
  void pieces_ofSubjectsOfMiddlingSize_areTheSubjects() {
    assertThat(new SampleRange(10, 80).pieces(20))
        .containsExactly(
            new SampleRange(10, 20),
            new SampleRange(20, 40),
            new SampleRange(40, 60),
            new SampleRange(60, 80));
  }

  @Test
  void pieces_ofALargeSubject_divideIt() {
    List<SampleRange> pieces = new SampleRange(0, 200).pieces(100);
    assertThat(pieces)
        .containsExactly(
            new SampleRange(0, 64),
            new SampleRange(64, 100),
            new SampleRange(100, 164),
            new SampleRange(164, 200));
  }
}
