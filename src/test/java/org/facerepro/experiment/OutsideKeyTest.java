package org.facerepro.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.facerepro.core.Progress;
import org.facerepro.nn.Compute;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every byte that a stage reads from outside is part of its key. */
class OutsideKeyTest {
  private static final Path HOME = Path.of(System.getProperty("facerepro.home", ""));
  private static final String PROTOCOL = "pairs";
  private static final Stage EMBED = new Stage.Embed("recogniser", PROTOCOL, null, false);
  private static final Stage COLLECT =
      new Stage.Collect(
          List.of("own/faces"),
          "own/landmarks.txt",
          null,
          "own/people.txt",
          null,
          null,
          new Apart(List.of("own/known.txt", "own/test.txt"), List.of(PROTOCOL)),
          null,
          "free",
          "made up");

  @TempDir Path folder;

  @BeforeEach
  void write() throws IOException {
    write("data/own/faces/P1/1.pgm", "P2 1 1 1 0");
    write("data/own/faces/P1/2.pgm", "P2 1 1 1 1");
    write("data/own/landmarks.txt", "P1/1.pgm 1 1 2 1 1 2 1 3 2 3");
    write("data/own/people.txt", "P1\t2");
    write("data/own/known.txt", "P2\t1");
    write("data/own/test.txt", "P3\t1");
    write("data/images/a.pgm", "P2 1 1 1 0");
    write("data/pairs.csv", "image_a,image_b,label\na.pgm,a.pgm,1\n");
    write("data/landmarks.txt", "a.pgm 1 1 2 1 1 2 1 3 2 3");
    String declared = Files.readString(HOME.resolve("protocols/" + PROTOCOL + ".yaml"));
    write("project/protocols/" + PROTOCOL + ".yaml", declared);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "own/faces/P1/1.pgm",
        "own/landmarks.txt",
        "own/people.txt",
        "own/known.txt",
        "own/test.txt",
        "images/a.pgm",
        "pairs.csv",
        "landmarks.txt"
      })
  void anyOneByteThatFacesAreCollectedFrom_changesTheKey(String file) throws IOException {
    assertEachByteCounts(COLLECT, folder.resolve("data").resolve(file));
  }

  @ParameterizedTest
  @ValueSource(strings = {"images/a.pgm", "pairs.csv", "landmarks.txt"})
  void anyOneByteThatAProtocolReads_changesTheKeyOfItsEmbeddings(String file) throws IOException {
    assertEachByteCounts(EMBED, folder.resolve("data").resolve(file));
  }

  @Test
  void listsThatChangePlaces_changeTheKey() throws IOException {
    String before = external(COLLECT);
    write("data/own/known.txt", "P3\t1");
    write("data/own/test.txt", "P2\t1");
    assertThat(external(COLLECT)).isNotEqualTo(before);
  }

  @Test
  void anotherNameOfAPicture_changesTheKey() throws IOException {
    String before = external(COLLECT);
    Path picture = folder.resolve("data/own/faces/P1/2.pgm");
    Files.move(picture, picture.resolveSibling("3.pgm"));
    assertThat(external(COLLECT)).isNotEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"side: 1}", "metrics: [accuracy", "landmarks: [landmarks.txt", "Whatever you may"})
  void anyOneFactOfAProtocolsDeclaration_changesTheKey(String fact) throws IOException {
    String collected = external(COLLECT);
    String embedded = external(EMBED);
    String changed = fact.replace("1", "0.9").replace("accuracy", "eer").replace("W", "w");
    declare(fact, changed.replace("[landmarks", "[other.txt, landmarks"));
    assertThat(external(COLLECT)).isNotEqualTo(collected);
    assertThat(external(EMBED)).isNotEqualTo(embedded);
  }

  @Test
  void aCommentInAProtocolsDeclaration_changesNoKey() throws IOException {
    String embedded = external(EMBED);
    declare("# Without landmarks", "# With no landmarks");
    assertThat(external(EMBED)).isEqualTo(embedded);
  }

  private void assertEachByteCounts(Stage stage, Path file) throws IOException {
    String before = external(stage);
    byte[] whole = Files.readAllBytes(file);
    for (int i = 0; i < whole.length; i++) {
      byte[] changed = whole.clone();
      changed[i] ^= 1;
      Files.write(file, changed);
      assertThat(external(stage)).as("byte %d of %s", i, file).isNotEqualTo(before);
    }
    Files.write(file, whole);
    assertThat(external(stage)).isEqualTo(before);
  }

  private void declare(String from, String to) throws IOException {
    Path file = folder.resolve("project/protocols/" + PROTOCOL + ".yaml");
    String declared = Files.readString(file);
    assertThat(declared).contains(from);
    Files.writeString(file, declared.replace(from, to));
  }

  private void write(String file, String text) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  private String external(Stage stage) {
    return StageRunners.of(stage).external(stage, workspace());
  }

  private Workspace workspace() {
    return new Workspace(
        folder.resolve("project"),
        new ArtifactStore(folder.resolve("store")),
        folder.resolve("data"),
        Compute.of("cpu"),
        Progress.SILENT);
  }
}
