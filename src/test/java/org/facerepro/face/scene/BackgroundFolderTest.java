package org.facerepro.face.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.facerepro.core.DataUnavailableException;
import org.facerepro.core.Seed;
import org.facerepro.face.draw.NoiseBank;
import org.facerepro.image.ImageCodec;
import org.facerepro.image.RgbImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackgroundFolderTest {
  @TempDir Path folder;

  private void picture(String name, int width, int height, int level) throws IOException {
    byte[] samples = new byte[3 * width * height];
    Arrays.fill(samples, (byte) level);
    Files.write(folder.resolve(name), ImageCodec.png(RgbImage.takeOver(width, height, samples)));
  }

  @Test
  void read_withADamagedFile_keepsTheOthersAndNamesIt() throws IOException {
    picture("a.png", 20, 10, 90);
    Files.writeString(folder.resolve("b.jpg"), "no picture");
    BackgroundFolder read = BackgroundFolder.read(folder);
    assertThat(read.pictures()).hasSize(1);
    assertThat(read.refused()).singleElement().asString().contains("b.jpg");
  }

  @Test
  void read_ofALargePicture_keepsItSmallInItsProportions() throws IOException {
    picture("a.png", 2048, 1024, 90);
    RgbImage kept = BackgroundFolder.read(folder).pictures().get(0);
    assertThat(kept.width()).isEqualTo(BackgroundFolder.LONGEST);
    assertThat(kept.height()).isEqualTo(BackgroundFolder.LONGEST / 2);
  }

  @Test
  void read_withoutAnyPicture_isRefusedWithTheFilesNames() throws IOException {
    Files.writeString(folder.resolve("notes.txt"), "no picture");
    assertThatThrownBy(() -> BackgroundFolder.read(folder))
        .isInstanceOf(DataUnavailableException.class)
        .hasMessageContaining(folder.toString())
        .hasMessageContaining("notes.txt");
  }

  @Test
  void read_ofNoFolder_isRefused() {
    Path missing = folder.resolve("missing");
    assertThatThrownBy(() -> BackgroundFolder.read(missing))
        .isInstanceOf(DataUnavailableException.class)
        .hasMessageContaining("missing");
  }

  @Test
  void fill_behindHalfCoverage_addsHalfOfTheLinearLightOfThePicture() throws IOException {
    picture("a.png", 40, 30, 188);
    Backdrop backdrop = new Backdrop(new NoiseBank(new Seed(1)), BackgroundFolder.read(folder));
    float[] picture = new float[4 * Framing.USUAL_SIZE * Framing.USUAL_SIZE];
    picture[3] = 0.5f;
    picture[7] = 1;
    backdrop.fill(picture, Framing.USUAL_SIZE, new float[picture.length], new Seed(2).rng());
    assertThat(picture[0]).isCloseTo(0.2514f, within(0.002f));
    assertThat(picture[4]).isZero();
    assertThat(picture[8]).isCloseTo(0.5029f, within(0.004f));
  }
}
