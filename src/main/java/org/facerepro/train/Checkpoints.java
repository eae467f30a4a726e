package org.facerepro.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.facerepro.core.AtomicFiles;
import org.facerepro.core.CorruptDataException;
import org.facerepro.core.StageFailedException;
import org.facerepro.core.StorageException;
import org.facerepro.nn.Safetensors;
import org.facerepro.nn.Tensor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files of a training in its work folder: the last checkpoint, earlier ones if they are kept,
 * and the best network.
 */
record Checkpoints(Path folder, String fingerprint, Keep keep) {
  private static final Logger LOG = LoggerFactory.getLogger(Checkpoints.class);
  private static final String EARLIER = "checkpoint-%05d.safetensors";
  private static final Pattern EARLIER_NAME = Pattern.compile("checkpoint-\\d{5}\\.safetensors");
  private static final String BEST = "best.safetensors";

  /**
   * Reads the latest checkpoint, if there is one; a damaged one is reported and counts as absent,
   * so that the training goes on from the one before it, or starts afresh instead of never.
   *
   * @throws org.facerepro.core.SpecException if it belongs to another training
   */
  Optional<Checkpoint> latest() {
    List<Path> files = new ArrayList<>(List.of(folder.resolve(Checkpoint.FILE)));
    List<Path> earlier = earlier();
    Collections.reverse(earlier);
    files.addAll(earlier);
    for (Path file : files) {
      try {
        if (Files.exists(file)) {
          return Optional.of(Checkpoint.read(file, fingerprint));
        }
      } catch (CorruptDataException e) {
        LOG.warn("{}; training goes on from an earlier checkpoint, or afresh", e.getMessage());
      }
    }
    return Optional.empty();
  }

  /**
   * Writes the state after an epoch, and the network if it is the best so far.
   *
   * @throws StageFailedException if a number of it is not finite; what was written before stays
   */
  void write(List<EpochReport> epochs, TrainingState state) {
    int epoch = epochs.size() - 1;
    Map<String, Tensor> tensors = state.tensors();
    tensors.forEach((name, tensor) -> requireFinite(name, tensor, epoch));
    if (keep.best() && bestEpoch(epochs) == epoch) {
      new Safetensors(state.network(), Map.of()).write(folder.resolve(BEST));
    }
    if (keep.last() > 1) {
      String name = EARLIER.formatted(epoch);
      Checkpoint.write(folder.resolve(name), fingerprint, epochs, tensors);
    }
    Checkpoint.write(folder.resolve(Checkpoint.FILE), fingerprint, epochs, tensors);
    List<Path> earlier = earlier();
    earlier.subList(0, Math.max(0, earlier.size() - keep.last())).forEach(Checkpoints::delete);
  }

  /** The last update of an epoch can break weights that its loss was still computed without. */
  private static void requireFinite(String name, Tensor tensor, int epoch) {
    for (int i = 0; i < tensor.size(); i++) {
      if (!Float.isFinite(tensor.at(i))) {
        throw new StageFailedException(
            ("train: after epoch %d '%s' holds %s; try a lower learningRate, a longer warm-up, or"
                    + " a later marginStartEpoch")
                .formatted(epoch, name, tensor.at(i)));
      }
    }
  }

  /** Returns the epoch whose network becomes the model. */
  int modelEpoch(List<EpochReport> epochs) {
    return keep.best() ? bestEpoch(epochs) : epochs.size() - 1;
  }

  /** Returns the network that becomes the model. */
  Map<String, Tensor> model(TrainingState state) {
    return keep.best() ? Safetensors.read(folder.resolve(BEST)).tensors() : state.network();
  }

  private static int bestEpoch(List<EpochReport> epochs) {
    return epochs.stream()
        .max(
            Comparator.comparingDouble(Checkpoints::devAccuracy)
                .thenComparing(EpochReport::epoch, Comparator.reverseOrder()))
        .orElseThrow()
        .epoch();
  }

  private static double devAccuracy(EpochReport epoch) {
    VerificationScore dev = epoch.dev();
    return dev == null ? 0 : dev.accuracy();
  }

  /** Lists the numbered checkpoints, oldest first. */
  private List<Path> earlier() {
    if (!Files.isDirectory(folder)) {
      return new ArrayList<>();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return new ArrayList<>(
          files
              .filter(file -> EARLIER_NAME.matcher(String.valueOf(file.getFileName())).matches())
              .sorted()
              .toList());
    } catch (IOException e) {
      throw new StorageException("cannot list " + folder + " (" + AtomicFiles.reason(e) + ")", e);
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new StorageException("cannot delete " + file + " (" + AtomicFiles.reason(e) + ")", e);
    }
  }
}
