package org.facerepro.image;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WarpTest {

  @Test
  void similarity_thatMovesNothing_keepsEveryByte() {
    RgbImage picture = Pictures.noisy(13, 9);
    RgbImage same = Warp.similarity(picture, Similarity.IDENTITY, 13, 9, Border.BLACK);
    assertThat(same).isEqualTo(picture);
  }

  @Test
  void similarity_thatShiftsByWholePixels_movesPixelCentresOntoEachOther() {
    RgbImage picture = Pictures.noisy(8, 8);
    RgbImage moved = Warp.similarity(picture, new Similarity(1, 0, 2, 1), 8, 8, Border.BLACK);
    assertThat(moved.sample(5, 4, 1)).isEqualTo(picture.sample(3, 3, 1));
  }

  @Test
  void similarity_thatShiftsByHalfAPixel_averagesNeighbours() {
    RgbImage picture = Pictures.of(4, 1, (x, y, c) -> 40 * x);
    RgbImage moved =
        Warp.similarity(picture, new Similarity(1, 0, -0.5, 0), 3, 1, Border.REPLICATE);
    assertThat(moved.sample(1, 0, 0)).isEqualTo(60);
  }

  @Test
  void similarity_thatTurnsAQuarter_turnsClockwiseOnTheScreen() {
    RgbImage picture = Pictures.noisy(5, 5);
    RgbImage turned = Warp.similarity(picture, new Similarity(0, 1, 4, 0), 5, 5, Border.BLACK);
    assertThat(turned.sample(4 - 1, 3, 2)).isEqualTo(picture.sample(3, 1, 2));
  }

  @Test
  void border_black_isBlackOutsideTheSource() {
    RgbImage picture = Pictures.of(4, 4, (x, y, c) -> 200);
    RgbImage moved = Warp.similarity(picture, new Similarity(1, 0, 2, 0), 4, 4, Border.BLACK);
    assertThat(moved.sample(0, 0, 0)).isZero();
    assertThat(moved.sample(2, 0, 0)).isEqualTo(200);
  }

  @Test
  void border_replicate_repeatsTheEdgeOfTheSource() {
    RgbImage picture = Pictures.of(4, 4, (x, y, c) -> 50 + 10 * x);
    RgbImage moved = Warp.similarity(picture, new Similarity(1, 0, 2, 0), 4, 4, Border.REPLICATE);
    assertThat(moved.sample(0, 0, 0)).isEqualTo(50);
  }

  @Test
  void similarity_thatShrinksACheckerboard_averagesItToGrey() {
    RgbImage board = Pictures.of(64, 64, (x, y, c) -> (x + y) % 2 == 0 ? 0 : 255);
    RgbImage small =
        Warp.similarity(board, new Similarity(0.25, 0, -0.375, -0.375), 16, 16, Border.REPLICATE);
    for (int i = 0; i < 256; i++) {
      assertThat(small.sample(i % 16, i / 16, 0)).isBetween(127, 128);
    }
  }
}
