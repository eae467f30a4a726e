package org.facerepro.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.facerepro.core.CorruptDataException;
import org.facerepro.core.DataUnavailableException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddingsTest {
  private static final Embeddings THREE =
      Embeddings.takeOver(List.of("a/1", "a/2", "b/1"), 2, new float[] {3, 4, -4, 3, 1, 0});

  private final Path folder;

  EmbeddingsTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void cosine_ofKnownVectors_isTheirAnglesCosine() {
    assertThat(THREE.cosine("a/1", "b/1")).isCloseTo(0.6, within(1e-15));
    assertThat(THREE.cosine("a/1", "a/2")).isZero();
    assertThat(THREE.cosine("a/1", "a/1")).isEqualTo(1);
  }

  @Test
  void cosine_withAZeroVector_isZero() {
    Embeddings two = Embeddings.takeOver(List.of("a", "z"), 2, new float[] {1, 1, 0, 0});
    assertThat(two.cosine("a", "z")).isZero();
  }

  @Test
  void copyRow_givesTheRowOfTheId() {
    float[] row = new float[2];
    THREE.copyRow("a/2", row);
    assertThat(row).containsExactly(-4, 3);
  }

  @Test
  void contains_tellsKnownFromUnknownIds() {
    assertThat(THREE.contains("b/1")).isTrue();
    assertThat(THREE.contains("b/2")).isFalse();
    assertThatThrownBy(() -> THREE.cosine("a/1", "b/2"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("b/2");
  }

  @Test
  void copyOf_doesNotSeeLaterChangesOfTheArray() {
    float[] rows = {1, 0};
    Embeddings one = Embeddings.copyOf(List.of("a"), 2, rows);
    rows[0] = 5;
    one.toArray()[0] = 7;
    assertThat(one.toArray()).containsExactly(1, 0);
  }

  @Test
  void embeddings_thatAreNotFinite_areRefusedByName() {
    assertThatThrownBy(() -> Embeddings.takeOver(List.of("x"), 1, new float[] {Float.NaN}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("x");
  }

  @Test
  void embeddings_withAnIdTwice_areRefused() {
    assertThatThrownBy(() -> Embeddings.takeOver(List.of("x", "x"), 1, new float[] {1, 2}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("x");
  }

  @Test
  void read_givesWhatWasWritten() {
    THREE.write(folder);
    Embeddings back = Embeddings.read(folder);
    assertThat(back.ids()).isEqualTo(THREE.ids());
    assertThat(back.dimension()).isEqualTo(2);
    assertThat(back.toArray()).isEqualTo(THREE.toArray());
  }

  @Test
  void read_ofRowsFromAnotherRun_isRefused() {
    THREE.write(folder);
    Npy.write(folder.resolve("embeddings.npy"), NpyArray.ofFloats(new float[6], 3, 2));
    assertThatThrownBy(() -> Embeddings.read(folder))
        .isInstanceOf(CorruptDataException.class)
        .hasMessageContaining("embeddings.json");
  }

  @Test
  void read_ofAnEmptyFolder_isUnavailable() {
    assertThatThrownBy(() -> Embeddings.read(folder))
        .isInstanceOf(DataUnavailableException.class)
        .hasMessageContaining("embeddings.json");
  }
}
