package org.facerepro.protocol.pair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.facerepro.core.CorruptDataException;
import org.facerepro.core.DataUnavailableException;
import org.facerepro.protocol.CollectedFaces;
import org.facerepro.protocol.Comparison;
import org.facerepro.protocol.ComparisonList;
import org.facerepro.protocol.VerificationSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RfwReaderTest {
  private static final String TXTS = "rfw/test/txts/African/African_";
  private static final String DATA = "rfw/test/data/African/";

  private final Path root;
  private final TinySet rfw;

  RfwReaderTest(@TempDir Path root) {
    this.root = root;
    this.rfw = new TinySet(root, "rfw-original");
  }

  @BeforeEach
  void write() {
    rfw.text(
            TXTS + "pairs.txt",
            "m.023915\t1\t12\nm.0a\t1\tm.0b\t2\nm.0a\t1\tm.023915\t1\nm.0b\t1\t2\n")
        .text(
            TXTS + "lmk.txt",
            "/test/data/African/m.0a/m.0a_0001.jpg\t0\t" + String.join("\t", TinySet.points("\t")))
        .picture(DATA + "m.0a/m.0a_0001.jpg")
        .picture(DATA + "m.0b/m.0b_0001.jpg");
  }

  @Test
  void sources_withoutALandmarkList_arePicturesAndTheListsThatHoldThePoints() {
    assertThat(rfw.sources())
        .containsExactly(root.resolve("rfw/test/data"), root.resolve("rfw/test/txts"));

    rfw.text("rfw/landmarks.txt", "");

    assertThat(rfw.sources()).last().isEqualTo(root.resolve("rfw/landmarks.txt"));
  }

  @Test
  void open_anEmptyListOfAGroup_namesTheGroupThatIsMissing() {
    rfw.text("rfw/test/txts/Asian/Asian_pairs.txt", "");

    assertThat(rfw.open().list().remarks())
        .contains("Asian/Asian_pairs.txt is empty: there is no group Asian");
  }

  @Test
  void open_landmarksThatGiveAnImageOtherPointsThanBefore_namesTheLine() {
    String image = "/test/data/African/m.0a/m.0a_0001.jpg\t0\t";
    rfw.text(
        TXTS + "lmk.txt",
        image
            + String.join("\t", TinySet.points("\t"))
            + "\n"
            + image
            + "1\t1\t2\t1\t1\t2\t1\t3\t2\t3\n");

    assertThatThrownBy(rfw::open)
        .isInstanceOf(CorruptDataException.class)
        .hasMessageContaining("African_lmk.txt:2: expected the points given before");
  }

  @Test
  void open_aLineOfAnotherForm_namesTheListWithItsFolder(@TempDir Path other) {
    TinySet set = new TinySet(other, "rfw-original").picture(DATA + "m.0a/m.0a_0001.jpg");
    set.text(TXTS + "pairs.txt", "m.0a\n");

    assertThatThrownBy(set::open)
        .hasMessageStartingWith(other.resolve("rfw/test/txts") + "/African/African_pairs.txt:1:");
  }

  @Test
  void open_aList_hasGroupsAndPositionalFolds() {
    VerificationSet set = rfw.open();

    assertThat(TinySet.brief(set))
        .containsExactly(
            "1 f1 African/m.023915/m.023915_0001.jpg|African/m.023915/m.023915_0012.jpg =",
            "2 f2 African/m.0a/m.0a_0001.jpg|African/m.0b/m.0b_0002.jpg /",
            "3 f3 African/m.0a/m.0a_0001.jpg|African/m.023915/m.023915_0001.jpg /",
            "4 f4 African/m.0b/m.0b_0001.jpg|African/m.0b/m.0b_0002.jpg =");
    assertThat(set.list().groups()).containsExactly("African");
    assertThat(set.list().remarks()).contains("there is no Asian/Asian_pairs.txt");
  }

  @Test
  void forEachFace_alignsByTheListsOfTheSet() {
    CollectedFaces faces = CollectedFaces.of(rfw.open());

    assertThat(faces.faces).containsOnlyKeys("African/m.0a/m.0a_0001.jpg");
    assertThat(faces.failures)
        .containsEntry("African/m.0b/m.0b_0001.jpg", "it has no landmarks to align it by");
  }

  @Test
  void open_withOverlapsExcluded_leavesOutTheirComparisons() {
    assertThat(rfw.open("overlap", "excluded").list().comparisons()).hasSize(2);
  }

  @Test
  void open_asBobDoes_leavesOutTheFirstLineOnly() {
    VerificationSet set = rfw.open("overlap", "bob-first-line");

    assertThat(set.list().comparisons()).hasSize(3);
    assertThat(set.list().remarks()).anyMatch(r -> r.startsWith("1 comparisons of identities"));
  }

  @Test
  void open_aLineOfAnotherForm_namesIt() {
    rfw.text(TXTS + "pairs.txt", "m.0a\t1\t2\nm.0a\t0\t2\n");

    assertThatThrownBy(rfw::open)
        .isInstanceOf(CorruptDataException.class)
        .hasMessageContaining("African/African_pairs.txt:2: expected");
  }

  @Test
  void open_withoutLandmarks_saysWhatIsMissing() {
    rfw.text("rfw/test/txts/Asian/Asian_pairs.txt", "m.0c\t1\t2\n");

    assertThatThrownBy(rfw::open)
        .isInstanceOf(DataUnavailableException.class)
        .hasMessageContaining("Asian/Asian_lmk.txt");
  }

  @Test
  void open_asBobsOriginal_isOneFold() {
    assertThat(new TinySet(root, "rfw-bob-original").open().list().folds()).isEqualTo(1);
  }

  @Test
  void open_asBobsIdiap_addsAnImpostorOfEachOtherGroupForEveryProbe() {
    rfw.text("rfw/test/txts/Asian/Asian_pairs.txt", "m.0c\t1\t2\nm.0d\t1\tm.0e\t2\n")
        .text("rfw/test/txts/Asian/Asian_lmk.txt", "");

    ComparisonList list = new TinySet(root, "rfw-bob-idiap").open().list();

    List<Comparison> drawn =
        list.comparisons().stream()
            .filter(c -> !Objects.equals(c.firstGroup(), c.secondGroup()))
            .toList();
    assertThat(drawn).hasSize(4).noneMatch(Comparison::genuine);
    assertThat(drawn).extracting(Comparison::secondImage).doesNotHaveDuplicates();
    assertThat(list.remarks()).anyMatch(r -> r.startsWith("4 impostor comparisons across"));
  }
}
