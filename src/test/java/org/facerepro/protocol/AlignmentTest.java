package org.facerepro.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.facerepro.core.InvalidValueException;
import org.facerepro.image.Point;
import org.facerepro.image.RgbImage;
import org.facerepro.image.Similarity;
import org.junit.jupiter.api.Test;

class AlignmentTest {

  @Test
  void centreCrop_ofAWholeSquarePicture_movesNothing() {
    RgbImage picture = TestPictures.noise(112, 112, 1);

    assertThat(new CentreCrop(0.5, 0.5, 1).align("a", picture)).hasValue(picture);
  }

  @Test
  void centreCrop_ofAnyPicture_putsItsCentreInTheMiddle() {
    Similarity move =
        new CentreCrop(0.25, 0.75, 0.5).transform("a", TestPictures.noise(40, 80, 1)).orElseThrow();

    Point middle = move.apply(new Point(0.25 * 40 - 0.5, 0.75 * 80 - 0.5));
    assertThat(middle.x()).isCloseTo(55.5, within(1e-9));
    assertThat(middle.y()).isCloseTo(55.5, within(1e-9));
    assertThat(move.scale()).isCloseTo(112 / 20.0, within(1e-12));
  }

  @Test
  void centreCrop_ofNoSide_isRefused() {
    assertThatThrownBy(() -> new CentreCrop(0.5, 0.5, 0))
        .isInstanceOf(InvalidValueException.class)
        .hasMessageContaining("side");
  }
}
