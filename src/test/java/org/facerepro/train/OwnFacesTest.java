package org.facerepro.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import org.facerepro.core.DataUnavailableException;
import org.facerepro.core.Progress;
import org.facerepro.core.Sha256;
import org.facerepro.data.FaceSet;
import org.facerepro.data.webdataset.WebDataset;
import org.facerepro.data.webdataset.WebSample;
import org.facerepro.image.ImageCodec;
import org.facerepro.image.Resampling;
import org.facerepro.protocol.TestPictures;
import org.facerepro.protocol.convert.FaceChoice;
import org.facerepro.protocol.convert.FaceCollector;
import org.facerepro.protocol.convert.FaceContainer;
import org.facerepro.protocol.convert.SetTerms;
import org.facerepro.protocol.convert.Strangers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnFacesTest {
  private static final int SIDE = 24;

  @TempDir private Path folder;
  private Path images = Path.of("");

  /** More pictures than are prepared at once. */
  @BeforeEach
  void writeImages() throws IOException {
    images = folder.resolve("images");
    for (int person = 0; person < 30; person++) {
      Files.createDirectories(images.resolve("P%02d".formatted(person)));
      for (int picture = 0; picture < 10; picture++) {
        Files.write(
            images.resolve("P%02d/%d.png".formatted(person, picture)),
            ImageCodec.png(TestPictures.noise(SIDE, SIDE, 100L * person + picture)));
      }
    }
  }

  private static PackedFaces packed(Path place, int minimumImages) {
    try (FaceContainer container = FaceContainer.open(place, null, Resampling.SMOOTH)) {
      return PackedFaces.of(container, minimumImages, SIDE, Progress.SILENT);
    }
  }

  private void collect(Path target) {
    FaceCollector.run(
        images,
        new FaceChoice(null, null, List.of(), 1, null, false),
        new Strangers(),
        new SetTerms("own", "mine", "nobody"),
        target,
        Progress.SILENT);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5})
  void decodedFaces_areTheSameForAnyNumberOfWorkers(int workers)
      throws ExecutionException, InterruptedException {
    String expected = packed(images, 1).fingerprint();
    ForkJoinPool pool = new ForkJoinPool(workers);
    try {
      assertThat(pool.submit(() -> packed(images, 1).fingerprint()).get()).isEqualTo(expected);
    } finally {
      pool.shutdown();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5})
  void collectedFaces_areTheSameBytesForAnyNumberOfWorkers(int workers)
      throws ExecutionException, InterruptedException, IOException {
    collect(folder.resolve("here"));
    ForkJoinPool pool = new ForkJoinPool(workers);
    try {
      pool.submit(() -> collect(folder.resolve("there"))).get();
    } finally {
      pool.shutdown();
    }
    for (String file : new String[] {"shard-00000.tar", "index.json", "collected.json"}) {
      assertThat(Sha256.ofFile(folder.resolve("there").resolve(file)))
          .isEqualTo(Sha256.ofFile(folder.resolve("here").resolve(file)));
    }
  }

  @Test
  void faces_ofAFolder_areThoseOfTheSetCollectedFromIt() {
    collect(folder.resolve("set"));
    try (FaceSet set = FaceSet.open(folder.resolve("set"))) {
      assertThat(PackedFaces.of(set, SIDE, Progress.SILENT).fingerprint())
          .isEqualTo(packed(images, 1).fingerprint())
          .isEqualTo(packed(folder.resolve("set"), 1).fingerprint());
    }
  }

  @Test
  void classes_withGaps_areNumberedWithout() {
    Path tar = folder.resolve("gaps.tar");
    int[] classes = {0, 0, 7, 7, 7, 90};
    WebDataset.write(
        tar,
        sink -> {
          for (int i = 0; i < classes.length; i++) {
            String label = String.valueOf(classes[i]);
            sink.accept(WebSample.takeOver("s" + i, "png", label, picture(i)));
          }
        });
    assertThat(packed(tar, 1).labels()).containsExactly(0, 0, 1, 1, 1, 2);
    assertThat(packed(tar, 2).labels()).containsExactly(0, 0, 1, 1, 1);
  }

  private static byte[] picture(int number) {
    return ImageCodec.png(TestPictures.noise(SIDE, SIDE, number));
  }

  @Test
  void faces_ofPeopleWithTooFewPictures_areAnError() {
    assertThatThrownBy(() -> packed(images, 11))
        .isInstanceOf(DataUnavailableException.class)
        .hasMessageContaining("of 30 people none has 11 pictures");
  }
}
