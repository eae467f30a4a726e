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
import org.facerepro.archive.container.Limits;
import org.facerepro.core.AtomicFiles;
import org.facerepro.core.Rng;
import org.facerepro.core.Seed;
import org.facerepro.core.Sha256;
import org.facerepro.data.Npy;
import org.facerepro.data.NpyArray;
import org.facerepro.experiment.StoredScores;
import org.facerepro.experiment.bench.BenchCase;
import org.facerepro.experiment.bench.BenchTarget;
import org.facerepro.experiment.bench.Stages;

/** What packing and checking take with the scores of the largest verification protocol. */
public final class ArchiveBench implements BenchCase {
  private static final int SCORES = 15_000_000;
  private static final int LEAST = 1000;
  private static final int SUBJECTS = 3531;
  private static final int GENUINE_OF = 800;

  private ArchiveBench() {}

  /** Returns all cases. */
  public static List<BenchCase> cases() {
    return List.of(new ArchiveBench(), new TrialArchiveBench());
  }

  @Override
  public String id() {
    return "archive-15m";
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
    int n = comparisons(scale);
    try {
      Path folder = Files.createTempDirectory("facerepro-bench");
      scores(folder, n, new Seed(1).child(id()));
      return new Data(folder, n);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int comparisons(double scale) {
    return Math.max(LEAST, (int) Math.round(SCORES * scale));
  }

  /** Packs drawn scores, a part of those of the whole case, into an archive in a folder. */
  static Path packScores(Path folder, long seed, double scale) {
    int n = comparisons(scale);
    scores(folder, n, new Seed(seed));
    return new Data(folder, n).pack(folder.resolve("scores.tar.gz"));
  }

  /** Draws one file after the other, so that little memory is left occupied. */
  private static void scores(Path folder, int n, Seed seed) {
    List<String> files = StoredScores.FILES;
    Npy.write(folder.resolve(files.get(0)), similarities(seed.child(files.get(0)).rng(), n));
    Npy.write(folder.resolve(files.get(1)), genuine(n));
    Npy.write(folder.resolve(files.get(2)), NpyArray.ofInts(new int[n], n));
    Npy.write(folder.resolve(files.get(3)), subjects(seed.child(files.get(3)).rng(), n));
  }

  private static NpyArray similarities(Rng rng, int n) {
    float[] similarities = new float[n];
    for (int i = 0; i < n; i++) {
      similarities[i] = (float) rng.gaussian(isGenuine(i) ? 0.5 : 0.02, 0.1);
    }
    return NpyArray.ofFloats(similarities, n);
  }

  private static NpyArray genuine(int n) {
    boolean[] genuine = new boolean[n];
    for (int i = 0; i < n; i++) {
      genuine[i] = isGenuine(i);
    }
    return NpyArray.ofBooleans(genuine, n);
  }

  private static NpyArray subjects(Rng rng, int n) {
    int[] subjects = new int[2 * n];
    for (int i = 0; i < n; i++) {
      int first = rng.nextInt(SUBJECTS);
      int other = (first + 1 + rng.nextInt(SUBJECTS - 1)) % SUBJECTS;
      subjects[2 * i] = first;
      subjects[2 * i + 1] = isGenuine(i) ? first : other;
    }
    return NpyArray.ofInts(subjects, n, 2);
  }

  static String verify(Path archive) {
    List<String> problems = new ArrayList<>();
    Contents contents =
        ArchiveReading.read(
            archive, Limits.DEFAULT, null, (entry, what) -> problems.add(entry + " " + what));
    if (!problems.isEmpty()) {
      throw new IllegalStateException(problems.toString());
    }
    return Sha256.of(contents.text(Manifest.FILE)).hex();
  }

  private static boolean isGenuine(int comparison) {
    return comparison % GENUINE_OF == 0;
  }

  private record Data(Path folder, int comparisons) implements Prepared {
    @Override
    public String input() {
      return "%d comparisons, %d subjects, scores on disk".formatted(comparisons, SUBJECTS);
    }

    @Override
    public Object run(Stages stages) {
      Path archive = folder.resolve("scores.tar.gz");
      stages.time("pack", () -> pack(archive));
      return stages.time("verify", () -> ArchiveBench.verify(archive));
    }

    private Path pack(Path archive) {
      SortedMap<String, Content> contents = new TreeMap<>();
      for (String file : StoredScores.FILES) {
        String entry = StageEntries.name(StageEntries.VERIFY, "scores", file);
        contents.put(entry, Content.of(folder.resolve(file)));
      }
      try {
        ResultArchive.write(archive, contents, Manifest.of(contents));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return archive;
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
