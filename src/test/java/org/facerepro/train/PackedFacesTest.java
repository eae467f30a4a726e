package org.facerepro.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.NullNode;
import java.nio.file.Path;
import java.util.Arrays;
import org.facerepro.core.Progress;
import org.facerepro.data.FaceSample;
import org.facerepro.data.FaceSet;
import org.facerepro.data.FaceSetInfo;
import org.facerepro.data.FaceSetWriter;
import org.facerepro.image.ImageCodec;
import org.facerepro.image.PictureFormat;
import org.facerepro.image.RgbImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackedFacesTest {
  private static final int SIDE = 4;

  private static byte[] grey(int level) {
    byte[] samples = new byte[3 * SIDE * SIDE];
    Arrays.fill(samples, (byte) level);
    return samples;
  }

  private static FaceSample sample(int number) {
    RgbImage picture = RgbImage.takeOver(SIDE, SIDE, grey(number));
    String subject = "s" + number % 2;
    return FaceSample.takeOver(
        subject + "/" + number,
        subject,
        PictureFormat.PNG,
        ImageCodec.png(picture),
        NullNode.getInstance());
  }

  @Test
  void faceSet_isHeldResizedInItsOrderWithItsLabels(@TempDir Path folder) {
    FaceSetInfo info = new FaceSetInfo("toy", "CC0-1.0", "none", SIDE);
    try (FaceSetWriter writer = FaceSetWriter.create(folder, info, 3)) {
      for (int number = 0; number < 5; number++) {
        writer.add(sample(number));
      }
      writer.complete();
    }
    try (FaceSet set = FaceSet.open(folder)) {
      PackedFaces faces = PackedFaces.of(set, 2, Progress.SILENT);
      assertThat(faces.size()).isEqualTo(5);
      assertThat(faces.classes()).isEqualTo(2);
      for (int i = 0; i < 5; i++) {
        assertThat(faces.label(i)).isEqualTo(i % 2);
        assertThat(faces.picture(i)).hasSize(12).containsOnly(i);
      }
    }
  }

  @Test
  void fingerprint_changesWithPicturesAndLabels() {
    PackedFaces faces =
        PackedFaces.takeOver(SIDE, new byte[][] {grey(1), grey(2)}, new int[] {0, 1});
    PackedFaces same =
        PackedFaces.takeOver(SIDE, new byte[][] {grey(1), grey(2)}, new int[] {0, 1});
    PackedFaces turned =
        PackedFaces.takeOver(SIDE, new byte[][] {grey(1), grey(2)}, new int[] {1, 0});
    PackedFaces other =
        PackedFaces.takeOver(SIDE, new byte[][] {grey(1), grey(3)}, new int[] {0, 1});
    assertThat(same.fingerprint())
        .isEqualTo(faces.fingerprint())
        .isNotEqualTo(turned.fingerprint())
        .isNotEqualTo(other.fingerprint());
  }

  @Test
  void labels_withAGap_areRefused() {
    assertThatThrownBy(
            () -> PackedFaces.takeOver(SIDE, new byte[][] {grey(1), grey(2)}, new int[] {0, 2}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("without gap");
  }

  @Test
  void picture_ofAnotherSize_isRefused() {
    assertThatThrownBy(() -> PackedFaces.takeOver(5, new byte[][] {grey(1)}, new int[] {0}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("48 bytes");
  }
}
