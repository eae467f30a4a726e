package org.facerepro.experiment.repeat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.facerepro.core.AtomicFiles;
import org.facerepro.data.Npy;
import org.facerepro.data.NpyArray;
import org.facerepro.nn.Safetensors;
import org.facerepro.nn.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileDistanceTest {
  @TempDir Path folder;

  private Distance arrays(NpyArray first, NpyArray second) {
    Npy.write(folder.resolve("a.npy"), first);
    Npy.write(folder.resolve("b.npy"), second);
    return FileDistance.of(folder.resolve("a.npy"), folder.resolve("b.npy"), "x.npy");
  }

  private Distance texts(String first, String second, String name) {
    AtomicFiles.writeFile(folder.resolve("a"), first.getBytes(StandardCharsets.UTF_8));
    AtomicFiles.writeFile(folder.resolve("b"), second.getBytes(StandardCharsets.UTF_8));
    return FileDistance.of(folder.resolve("a"), folder.resolve("b"), name);
  }

  @Test
  void of_arrays_isRelativeToTheLargestNumberInThem() {
    Distance distance =
        arrays(NpyArray.ofFloats(new float[] {0, 8}, 2), NpyArray.ofFloats(new float[] {1, 8}, 2));
    assertThat(distance.largest()).isEqualTo(0.125);
    assertThat(distance.where()).isEqualTo("x.npy");
  }

  @Test
  void of_arrays_takesAMissingNumberForEqualOnlyToAMissingOne() {
    float[] missing = {Float.NaN, 8};
    assertThat(
            arrays(NpyArray.ofFloats(missing, 2), NpyArray.ofFloats(new float[] {Float.NaN, 4}, 2))
                .largest())
        .isEqualTo(0.5);
    assertThat(
            arrays(NpyArray.ofFloats(missing, 2), NpyArray.ofFloats(new float[] {1, 8}, 2))
                .isClose())
        .isFalse();
  }

  @Test
  void of_wholeNumbersOrShapesThatDiffer_isNotANumber() {
    assertThat(
            arrays(NpyArray.ofInts(new int[] {1}, 1), NpyArray.ofInts(new int[] {2}, 1)).largest())
        .isInfinite();
    assertThat(
            arrays(NpyArray.ofFloats(new float[2], 2), NpyArray.ofFloats(new float[2], 1, 2))
                .largest())
        .isInfinite();
  }

  @Test
  void of_json_comparesNumbersAndOverlooksHashesOnly() {
    String a = "a".repeat(64);
    String b = "b".repeat(64);
    Distance distance =
        texts(
            "{\"n\": 2, \"hash\": \"" + a + "\"}", "{\"n\": 1, \"hash\": \"" + b + "\"}", "x.json");
    assertThat(distance.largest()).isEqualTo(0.5);
    assertThat(distance.where()).isEqualTo("x.json/n");
    assertThat(texts("{\"n\": \"u\"}", "{\"n\": \"v\"}", "x.json").text())
        .isEqualTo("x.json/n differs");
    assertThat(texts("{\"n\": 1}", "{\"m\": 1}", "x.json").isClose()).isFalse();
  }

  @Test
  void of_weights_namesTheTensor() {
    new Safetensors(Map.of("w", Tensor.takeOver(new float[] {1, 2}, 2)), Map.of())
        .write(folder.resolve("a"));
    new Safetensors(Map.of("w", Tensor.takeOver(new float[] {1, 2.0002f}, 2)), Map.of())
        .write(folder.resolve("b"));
    Distance distance = FileDistance.of(folder.resolve("a"), folder.resolve("b"), "m.safetensors");
    assertThat(distance.largest()).isCloseTo(1e-4, within(1e-6));
    assertThat(distance.where()).isEqualTo("m.safetensors w");
  }

  @Test
  void of_otherFiles_isTheirBytes() {
    assertThat(texts("a", "a", "x.bin")).isEqualTo(Distance.NONE);
    assertThat(texts("a", "b", "x.bin").text()).isEqualTo("x.bin has other bytes");
  }
}
