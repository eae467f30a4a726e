package org.facerepro.train;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.facerepro.core.AtomicFiles;
import org.facerepro.core.Json;
import org.facerepro.nn.Compute;

/** How long each epoch took, kept apart from the results, which are equal for equal runs. */
final class Timings {
  private static final String SCHEMA = "facerepro/train-timings/v1";
  private static final String FILE = "timings.json";

  private final Path folder;
  private final Compute compute;
  private final List<EpochTime> epochs = new ArrayList<>();
  private long begun;

  record EpochTime(int epoch, double seconds, double imagesPerSecond) {}

  record Content(String schema, Compute.Description compute, List<EpochTime> epochs) {}

  Timings(Path folder, Compute compute) {
    this.folder = folder;
    this.compute = compute;
  }

  void begin() {
    begun = System.nanoTime();
  }

  void end(int epoch, long images) {
    double seconds = (System.nanoTime() - begun) / 1e9;
    epochs.add(new EpochTime(epoch, seconds, images / seconds));
    Content content = new Content(SCHEMA, compute.describe(), List.copyOf(epochs));
    AtomicFiles.writeFile(folder.resolve(FILE), Json.pretty(content));
  }
}
