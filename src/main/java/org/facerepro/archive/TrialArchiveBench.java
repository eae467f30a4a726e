package org.facerepro.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.facerepro.archive.container.Content;
import org.facerepro.core.AtomicFiles;
import org.facerepro.experiment.bench.BenchCase;
import org.facerepro.experiment.bench.BenchTarget;
import org.facerepro.experiment.bench.Stages;

/**
 * What packing the archives of three runs as a trial, and checking it, take with as many scores.
 */
final class TrialArchiveBench implements BenchCase {
  private static final int SEEDS = 3;

  @Override
  public String id() {
    return "archive-trial-15m";
  }

  @Override
  public BenchTarget target() {
    return BenchTarget.ARCHIVE;
  }

  @Override
  public OptionalDouble limit() {
    return OptionalDouble.of(10);
  }

  @Override
  public Prepared prepare(double scale) {
    try {
      Path folder = Files.createTempDirectory("facerepro-bench");
      List<Path> runs = new ArrayList<>();
      for (int seed = 1; seed <= SEEDS; seed++) {
        Path own = Files.createDirectory(folder.resolve("run" + seed));
        runs.add(ArchiveBench.packScores(own, seed, scale / SEEDS));
      }
      return new Data(folder, runs);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private record Data(Path folder, List<Path> runs) implements Prepared {
    @Override
    public String input() {
      return "the archives of %d runs".formatted(runs.size());
    }

    @Override
    public Object run(Stages stages) {
      Path archive = folder.resolve("trial.tar.gz");
      stages.time("pack", () -> pack(archive));
      return stages.time("verify", () -> ArchiveBench.verify(archive));
    }

    private Path pack(Path archive) {
      try {
        Path scratch = Files.createTempDirectory(folder, "scratch");
        SortedMap<String, Content> contents = new TreeMap<>();
        for (int i = 0; i < runs.size(); i++) {
          Path own = Files.createTempDirectory(scratch, "run");
          Contents run = ArchiveReading.intact(runs.get(i), own);
          TrialArchive.lay(run, TrialArchive.folder(i + 1), contents);
        }
        ResultArchive.write(archive, contents, Manifest.of(contents));
        AtomicFiles.deleteTree(scratch);
        return archive;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void close() {
      try {
        AtomicFiles.deleteTree(folder);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
