package org.facerepro.protocol.pair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.facerepro.core.CorruptDataException;
import org.facerepro.protocol.VerificationSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LondonReaderTest {
  private final TinySet london;

  LondonReaderTest(@TempDir Path root) {
    this.london = new TinySet(root, "london");
  }

  @Test
  void open_twoExpressionsOfEach_comparesOneWithTheOther() {
    for (int person = 1; person <= 100; person++) {
      london.picture("london/neutral/%03d_03.jpg".formatted(person));
      london.picture("london/smiling/%03d_08.jpg".formatted(person));
    }
    london.text("london/london_info.csv", "face_id\n");

    VerificationSet set = london.open();

    assertThat(set.list().genuine()).isEqualTo(100);
    assertThat(set.list().impostor()).isEqualTo(1900);
    assertThat(set.list().comparisons())
        .allMatch(
            c ->
                folder(c.firstImage()).equals("neutral")
                    != folder(c.secondImage()).equals("neutral"));
    assertThat(set.images()).hasSize(200);
  }

  private static String folder(String image) {
    return image.substring(0, image.indexOf('/'));
  }

  @Test
  void open_withoutSuchPictures_saysWhatWasExpected() {
    london.picture("london/001.jpg");

    assertThatThrownBy(() -> london.open())
        .isInstanceOf(CorruptDataException.class)
        .hasMessageContaining("neutral/001_03.jpg");
  }
}
