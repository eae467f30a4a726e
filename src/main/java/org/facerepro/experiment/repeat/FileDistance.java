package org.facerepro.experiment.repeat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.regex.Pattern;
import org.facerepro.core.AtomicFiles;
import org.facerepro.core.Json;
import org.facerepro.core.StorageException;
import org.facerepro.data.Npy;
import org.facerepro.data.NpyArray;
import org.facerepro.data.NpyType;
import org.facerepro.nn.Safetensors;

/** How far two files of one name are apart. */
final class FileDistance {
  /** Hashes follow from what they are taken of, which is compared itself. */
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

  private FileDistance() {}

  /** Compares the numbers in arrays, tensors and JSON; all other files by their bytes. */
  static Distance of(Path first, Path second, String name) {
    if (sameBytes(first, second)) {
      return Distance.NONE;
    }
    if (name.endsWith(".npy")) {
      return arrays(Npy.read(first), Npy.read(second), name);
    }
    if (name.endsWith(".json")) {
      return trees(Json.read(first, JsonNode.class), Json.read(second, JsonNode.class), name);
    }
    return name.endsWith(".safetensors")
        ? tensors(Safetensors.read(first), Safetensors.read(second), name)
        : Distance.other(name + " has other bytes");
  }

  private static boolean sameBytes(Path first, Path second) {
    try {
      return Files.mismatch(first, second) < 0;
    } catch (IOException e) {
      throw new StorageException(
          "cannot compare " + first + " and " + second + " (" + AtomicFiles.reason(e) + ")", e);
    }
  }

  private static Distance arrays(NpyArray first, NpyArray second, String name) {
    boolean numbers = first.type() == NpyType.FLOAT32 || first.type() == NpyType.FLOAT64;
    return numbers && first.type() == second.type() && first.shape().equals(second.shape())
        ? numbers(first.size(), first::doubleAt, second::doubleAt, name)
        : Distance.other(name + " has another form or other whole numbers");
  }

  private static Distance tensors(Safetensors first, Safetensors second, String name) {
    if (!first.tensors().keySet().equals(second.tensors().keySet())) {
      return Distance.other(name + " has other tensors");
    }
    Distance largest = Distance.NONE;
    for (String tensor : first.tensors().keySet()) {
      String where = name + " " + tensor;
      float[] a = first.tensor(tensor).toArray();
      float[] b = second.tensor(tensor).toArray();
      largest =
          largest.max(
              a.length == b.length
                  ? numbers(a.length, i -> a[i], i -> b[i], where)
                  : Distance.other(where + " has another size"));
    }
    return largest;
  }

  private static Distance numbers(
      int size, IntToDoubleFunction first, IntToDoubleFunction second, String where) {
    double magnitude = 0;
    for (int i = 0; i < size; i++) {
      double larger = Math.max(Math.abs(first.applyAsDouble(i)), Math.abs(second.applyAsDouble(i)));
      magnitude = Double.isNaN(larger) ? magnitude : Math.max(magnitude, larger);
    }
    Distance largest = Distance.NONE;
    for (int i = 0; i < size; i++) {
      largest =
          largest.max(
              Distance.of(first.applyAsDouble(i), second.applyAsDouble(i), magnitude, where));
    }
    return largest;
  }

  private static Distance trees(JsonNode first, JsonNode second, String where) {
    if (first.isNumber() && second.isNumber()) {
      double magnitude = Math.max(Math.abs(first.asDouble()), Math.abs(second.asDouble()));
      return Distance.of(first.asDouble(), second.asDouble(), magnitude, where);
    }
    if (first.isContainerNode() && first.getNodeType() == second.getNodeType()) {
      return first.size() == second.size()
          ? children(first, second, where)
          : Distance.other(where + " has other parts");
    }
    boolean hashes =
        HASH.matcher(first.asText()).matches() && HASH.matcher(second.asText()).matches();
    return hashes || first.equals(second) ? Distance.NONE : Distance.other(where + " differs");
  }

  private static Distance children(JsonNode first, JsonNode second, String where) {
    Distance largest = Distance.NONE;
    if (first.isArray()) {
      for (int i = 0; i < first.size(); i++) {
        largest = largest.max(trees(first.path(i), second.path(i), where + "/" + i));
      }
      return largest;
    }
    for (Map.Entry<String, JsonNode> part : first.properties()) {
      String below = where + "/" + part.getKey();
      largest = largest.max(trees(part.getValue(), second.path(part.getKey()), below));
    }
    return largest;
  }
}
