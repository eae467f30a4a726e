package org.facerepro.experiment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.facerepro.core.AtomicFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Expects of a stage the pace of earlier work of its kind that lies in the store; where there is
 * none, a pace that is assumed and said to be; nothing of a set whose pictures nobody counted. Work
 * less than a tenth as large tells nothing: much of its time went into getting ready.
 */
final class Estimates {
  private static final Logger LOG = LoggerFactory.getLogger(Estimates.class);

  /** Newer artifacts tell enough; a store may hold very many. */
  private static final int MOST_LOOKED_AT = 100;

  private static final double LEAST_PART = 0.1;

  private final ArtifactStore store;
  private final Map<String, List<Earlier>> earlier = new LinkedHashMap<>();

  /** Work that was done. */
  private record Earlier(Workload workload, double seconds, long bytes) {}

  Estimates(ArtifactStore store) {
    this.store = store;
  }

  /** Returns what work of a kind is expected to take; empty if there is nothing to go by. */
  Optional<Estimate> of(Stage stage, Workload workload) {
    List<Earlier> same =
        earlier.computeIfAbsent(stage.kind(), this::look).stream()
            .filter(work -> work.workload().like().equals(workload.like()))
            .filter(work -> work.workload().unit().equals(workload.unit()))
            .filter(work -> work.workload().units() >= LEAST_PART * workload.units())
            .toList();
    if (!same.isEmpty()) {
      return Optional.of(measured(workload, same));
    }
    return workload.uncounted()
        ? Optional.empty()
        : StageRunners.of(stage).assumedPace(stage).map(pace -> assumed(workload, pace));
  }

  private static Estimate measured(Workload workload, List<Earlier> same) {
    double units = same.stream().mapToDouble(work -> work.workload().units()).sum();
    double seconds = same.stream().mapToDouble(Earlier::seconds).sum();
    double bytes = same.stream().mapToDouble(Earlier::bytes).sum();
    double scale = workload.units() / units;
    String count = same.size() == 1 ? "1 earlier artifact" : same.size() + " earlier artifacts";
    return new Estimate(seconds * scale, Math.round(bytes * scale), "pace of " + count);
  }

  private static Estimate assumed(Workload workload, Workload.Pace pace) {
    return new Estimate(
        workload.units() / pace.unitsPerSecond(),
        Math.round(workload.units() * pace.bytesPerUnit()),
        String.format(Locale.ROOT, "assumed: %.0f %s/s", pace.unitsPerSecond(), workload.unit()));
  }

  private List<Earlier> look(String kind) {
    List<Earlier> found = new ArrayList<>();
    try {
      for (Path folder : newest(ArtifactFolders.artifacts(store.root().resolve(kind)))) {
        store
            .read(new ArtifactName(kind, String.valueOf(folder.getFileName())))
            .ifPresent(artifact -> add(found, artifact, folder));
      }
    } catch (IOException | UncheckedIOException e) {
      LOG.warn("cannot look at earlier work in {} ({})", store.root(), e.getMessage());
    }
    return found;
  }

  private static List<Path> newest(List<Path> folders) {
    return folders.size() <= MOST_LOOKED_AT
        ? folders
        : folders.stream()
            .sorted(Comparator.comparingLong(Estimates::modified).reversed())
            .limit(MOST_LOOKED_AT)
            .toList();
  }

  private static long modified(Path folder) {
    try {
      return Files.getLastModifiedTime(folder).toMillis();
    } catch (IOException e) {
      LOG.debug("no time of {} ({})", folder, AtomicFiles.reason(e));
      return 0;
    }
  }

  private static void add(List<Earlier> found, Artifact artifact, Path folder) {
    if (artifact.workload() == null) {
      return;
    }
    long bytes = 0;
    try {
      for (String file : artifact.payload().keySet()) {
        bytes += Files.size(folder.resolve(file));
      }
    } catch (IOException e) {
      LOG.debug("{} lacks a file ({}); nothing is learnt from it", folder, AtomicFiles.reason(e));
      return;
    }
    found.add(new Earlier(artifact.workload(), artifact.seconds(), bytes));
  }
}
