package org.facerepro.experiment.photograph;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.facerepro.core.AtomicFiles;
import org.facerepro.core.Seed;
import org.facerepro.core.Sha256;
import org.facerepro.face.Casting;
import org.facerepro.face.GeneratorSpec;
import org.facerepro.face.scene.Crop;
import org.facerepro.face.scene.FaceDomain;
import org.facerepro.image.RgbImage;
import org.facerepro.protocol.EvaluationSet;
import org.facerepro.protocol.FaceVisitor;
import org.facerepro.protocol.OpenedSets;
import org.facerepro.protocol.search.SearchPart;
import org.facerepro.protocol.search.SearchSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PieTreeWriterTest {
  private static final GeneratorSpec SPEC =
      new GeneratorSpec(FaceDomain.GRAPHICS, 2, 2).framed(64, Crop.FACE_BOX);
  private static final PieShoot SHOOT = PieShoot.of(2, 2, List.of(-90, 0, 30), List.of(0, 7, 18));

  @TempDir Path root;

  @Test
  void write_ofThreeCameras_isReadAsMultiPie() {
    write(root.resolve("a"), SHOOT, 2);

    SearchSet set = (SearchSet) OpenedSets.open("multipie-rendered", root.resolve("a"));

    assertThat(set.parts())
        .extracting(SearchPart::name)
        .containsExactly("all", "yaw0", "yaw30", "yaw90");
    assertThat(set.parts().get(0).gallery().samples())
        .containsExactly(
            "session01/multiview/001/01/05_1/001_01_01_051_07.png",
            "session01/multiview/002/01/05_1/002_01_01_051_07.png");
    assertThat(set.parts().get(0).probes().size()).isEqualTo(2 * 2 * 3 * 3 - 2);
    assertThat(faces(set)).hasSize(36);
  }

  @Test
  void write_onOneThreadOrThree_givesTheSameBytes() throws IOException {
    write(root.resolve("a"), SHOOT, 1);
    write(root.resolve("b"), SHOOT, 3);

    assertThat(hashes(root.resolve("b"))).isEqualTo(hashes(root.resolve("a"))).hasSize(38);
  }

  @Test
  void write_afterAnInterruption_completesTheSameTree() throws IOException {
    write(root.resolve("a"), SHOOT, 2);
    write(root.resolve("b"), SHOOT, 2);
    AtomicFiles.deleteTree(root.resolve("b/Multi-Pie/data/session02/multiview/001"));
    Files.delete(root.resolve("b/Multi-Pie/landmarks.txt"));

    write(root.resolve("b"), SHOOT, 2);

    assertThat(hashes(root.resolve("b"))).isEqualTo(hashes(root.resolve("a")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "b/Multi-Pie/data/session01/multiview/002/01/05_1/002_01_01_051_07.png",
        "b-scratch/visit-002-01.json"
      })
  void write_afterAPowerLossThatEmptiedAFile_completesTheSameTree(String emptied)
      throws IOException {
    write(root.resolve("a"), SHOOT, 2);
    write(root.resolve("b"), SHOOT, 2);
    assertThat(root.resolve(emptied)).isNotEmptyFile();
    Files.write(root.resolve(emptied), new byte[0]);
    Files.delete(root.resolve("b/Multi-Pie/landmarks.txt"));

    write(root.resolve("b"), SHOOT, 2);

    assertThat(hashes(root.resolve("b"))).isEqualTo(hashes(root.resolve("a")));
  }

  @Test
  void write_overWholeVisits_takesNoPictureAgain() throws IOException {
    write(root.resolve("a"), SHOOT, 2);
    FileTime old = FileTime.fromMillis(0);
    Path picture =
        root.resolve("a/Multi-Pie/data/session01/multiview/002/01/05_1/002_01_01_051_07.png");
    Files.setLastModifiedTime(picture, old);

    write(root.resolve("a"), SHOOT, 2);

    assertThat(Files.getLastModifiedTime(picture)).isEqualTo(old);
  }

  @Test
  void write_ofFewerShots_givesTheSamePictures() throws IOException {
    write(root.resolve("a"), SHOOT, 2);
    write(root.resolve("b"), PieShoot.of(2, 1, List.of(0), List.of(7)), 2);

    Map<String, String> few = hashes(root.resolve("b/Multi-Pie/data"));
    assertThat(hashes(root.resolve("a/Multi-Pie/data"))).containsAllEntriesOf(few);
    assertThat(few).hasSize(2);
  }

  private static void write(Path folder, PieShoot shoot, int threads) {
    Path scratch = folder.resolveSibling(folder.getFileName() + "-scratch");
    new PieTreeWriter(SPEC, new Seed(4), Casting.USUAL, shoot, folder, scratch)
        .write(threads, done -> {});
  }

  private static Map<String, RgbImage> faces(EvaluationSet set) {
    Map<String, RgbImage> faces = new HashMap<>();
    set.forEachFace(
        new FaceVisitor() {
          @Override
          public void face(String image, RgbImage crop) {
            faces.put(image, crop);
          }

          @Override
          public void failed(String image, String reason) {
            throw new AssertionError(image + ": " + reason);
          }
        });
    return faces;
  }

  private static Map<String, String> hashes(Path folder) throws IOException {
    Map<String, String> hashes = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        hashes.put(folder.relativize(file).toString(), Sha256.of(Files.readAllBytes(file)).hex());
      }
    }
    return hashes;
  }
}
