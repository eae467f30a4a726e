package org.facerepro.image;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.facerepro.core.CorruptDataException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PnmReaderTest {

  private static RgbImage decode(String text) {
    return ImageCodec.decode(text.getBytes(ISO_8859_1), "p.pnm");
  }

  @Test
  void decode_ofPlainGrey_repeatsTheSampleInEachChannel() {
    assertThat(decode("P2\n# made by hand\n2 1 # so\n255\n7 9\n"))
        .isEqualTo(Pictures.of(2, 1, (x, y, c) -> 7 + 2 * x));
  }

  @Test
  void decode_ofPlainColour_readsRedGreenBlue() {
    assertThat(decode("P3 1 1 255 1 2 3")).isEqualTo(Pictures.of(1, 1, (x, y, c) -> c + 1));
  }

  @Test
  void decode_ofRawGrey_takesBytesAfterOneSpace() {
    assertThat(decode("P5 2 1 255\n\n\u00ff"))
        .isEqualTo(Pictures.of(2, 1, (x, y, c) -> x == 0 ? 10 : 255));
  }

  @Test
  void decode_ofRawColour_readsRedGreenBlue() {
    assertThat(decode("P6 1 1 255 \u0001\u0002\u0003"))
        .isEqualTo(Pictures.of(1, 1, (x, y, c) -> c + 1));
  }

  @Test
  void decode_of16BitGrey_scalesToEightBits() {
    assertThat(decode("P5 2 1 65535 \u00ff\u00ff\u0080\u0080"))
        .isEqualTo(Pictures.of(2, 1, (x, y, c) -> x == 0 ? 255 : 128));
  }

  @Test
  void decode_ofMaximum15_scalesToTheFullRange() {
    assertThat(decode("P2 2 1 15 15 5").sample(1, 0, 0)).isEqualTo(85);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "P5 2 2 255 abc",
        "P2 2 1 255 7",
        "P2 2 1 255 7 x",
        "P2 1 1 10 11",
        "P5 0 3 255 ",
        "P5 99999999 99999999 255 ",
        "P5 1 1",
        "P5 1 1 70000 ab"
      })
  void decode_ofDamagedFile_isRefusedByName(String text) {
    assertThatThrownBy(() -> decode(text))
        .isInstanceOf(CorruptDataException.class)
        .hasMessageContaining("p.pnm");
  }
}
