package org.facerepro.train;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.facerepro.core.StageFailedException;
import org.junit.jupiter.api.Test;

class HeapRoomTest {
  private static final long TWO_GIBI = 2L << 30;

  @Test
  void pictures_thatFit_pass() {
    assertThatCode(() -> HeapRoom.require(120_000, 72, TWO_GIBI)).doesNotThrowAnyException();
  }

  @Test
  void pictures_thatDoNotFit_areRefusedWithTheHeapThatWouldDo() {
    assertThatThrownBy(() -> HeapRoom.require(200_000, 72, TWO_GIBI))
        .isInstanceOf(StageFailedException.class)
        .hasMessage(
            "train: 200000 pictures of 72 x 72 pixels need 3.1 GiB of Java's heap, which has 2.0"
                + " GiB: set FACEREPRO_HEAP=4g, or learn from fewer pictures");
  }
}
