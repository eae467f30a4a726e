package org.facerepro.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.facerepro.core.CorruptDataException;
import org.facerepro.image.Point;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LandmarksTest {
  private static final String ANN = "Ann/Ann_0001.jpg\t1\t2\t3\t4\t5\t6\t7\t8\t9\t10.5\n";

  private final Path folder;

  LandmarksTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void of_anImageOfTheList_areItsFivePoints() throws IOException {
    Landmarks landmarks = read(ANN);

    assertThat(landmarks.of("Ann/Ann_0001.jpg").orElseThrow())
        .startsWith(new Point(1, 2), new Point(3, 4))
        .endsWith(new Point(9, 10.5))
        .hasSize(5);
  }

  @Test
  void of_anotherImage_isNothing() throws IOException {
    assertThat(read(ANN).of("Bob/Bob_0001.jpg")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bob.jpg\t1\t2",
        "Bob.jpg\t1\t2\t3\t4\t5\t6\t7\t8\t9\tten",
        "Bob.jpg\t1\t2\t3\t4\t5\t6\t7\t8\t9\tNaN",
        "Ann/Ann_0001.jpg\t1\t2\t3\t4\t5\t6\t7\t8\t9\t10"
      })
  void read_aLineOfAnotherForm_namesFileAndLine(String line) {
    assertThatThrownBy(() -> read(ANN + line))
        .isInstanceOf(CorruptDataException.class)
        .hasMessageContaining("landmarks.txt:2: expected");
  }

  private Landmarks read(String text) throws IOException {
    Path file = folder.resolve("landmarks.txt");
    Files.writeString(file, text);
    return Landmarks.read(file);
  }
}
