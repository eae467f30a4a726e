package org.facerepro.train;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.facerepro.core.CorruptDataException;
import org.facerepro.core.Json;
import org.facerepro.core.SpecException;
import org.facerepro.nn.Safetensors;
import org.facerepro.nn.Tensor;

/**
 * A training after a complete epoch: one file, written whole or not at all.
 *
 * @param fingerprint of the specification, the seed and the data
 * @param epochs reports of the epochs done
 * @param tensors weights, class centres and velocities
 */
record Checkpoint(String fingerprint, List<EpochReport> epochs, Safetensors tensors) {
  static final String FILE = "checkpoint.safetensors";
  private static final String FINGERPRINT = "fingerprint";
  private static final String EPOCHS = "epochs";

  static void write(
      Path file, String fingerprint, List<EpochReport> epochs, Map<String, Tensor> tensors) {
    Map<String, String> metadata = Map.of(FINGERPRINT, fingerprint, EPOCHS, Json.compact(epochs));
    new Safetensors(tensors, metadata).write(file);
  }

  /**
   * Reads a checkpoint.
   *
   * @throws CorruptDataException if it is damaged
   * @throws SpecException if it belongs to another training
   */
  static Checkpoint read(Path file, String fingerprint) {
    Safetensors tensors = Safetensors.read(file);
    String found = tensors.metadata().getOrDefault(FINGERPRINT, "");
    if (!found.equals(fingerprint)) {
      throw new SpecException(
          file
              + " belongs to a training with another specification, seed or data; delete it to "
              + "start afresh, or use another work folder");
    }
    byte[] json = tensors.metadata().getOrDefault(EPOCHS, "").getBytes(StandardCharsets.UTF_8);
    EpochReport[] epochs = Json.read(json, EpochReport[].class, file + ", metadata");
    if (epochs.length == 0) {
      throw new CorruptDataException(file + " holds no complete epoch");
    }
    return new Checkpoint(found, new ArrayList<>(List.of(epochs)), tensors);
  }
}
