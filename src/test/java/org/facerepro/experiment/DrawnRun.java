package org.facerepro.experiment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.facerepro.core.AtomicFiles;
import org.facerepro.core.Json;
import org.facerepro.core.Rng;
import org.facerepro.core.Seed;
import org.facerepro.core.Sha256;
import org.facerepro.data.Npy;
import org.facerepro.data.NpyArray;
import org.facerepro.metric.MetricReport;
import org.facerepro.metric.Scores;
import org.facerepro.metric.VerificationMetrics;

/**
 * Runs of the fixture {@code tiny} and an arm of it, with drawn scores in the place of training.
 * All seeds and arms are tested on the same comparisons.
 */
public final class DrawnRun {
  private static final int SUBJECTS = 24;
  private static final int FOLDS = 10;
  private static final int GENUINE_EACH = 3;

  private final ExperimentSpec spec;
  private final Path folder;

  private DrawnRun(ExperimentSpec spec, Path folder) {
    this.spec = spec;
    this.folder = folder;
  }

  /** Takes gates, and perhaps claims, as they are written in a specification. */
  public static DrawnRun of(String gates, Path folder) {
    return of(gates, folder, "verify");
  }

  /** Does the same with another kind of test, {@code verify} or {@code verify-groups}. */
  public static DrawnRun of(String gates, Path folder, String kind) {
    try {
      Path file =
          Path.of(System.getProperty("facerepro.home", ""), "fixtures/experiments/tiny.yaml");
      String text = Files.readString(file).replace("kind: verify,", "kind: " + kind + ",");
      String arms = "arms:\n  other: {recogniser: {recipe: {epochs: 2}}}\n";
      String whole = text.substring(0, text.indexOf("claims:")) + arms + "gates:\n" + gates;
      return new DrawnRun(ExperimentSpec.parse(whole, "drawn.yaml", Scale.EMBEDDED), folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public ExperimentSpec spec() {
    return spec;
  }

  /**
   * Makes a run.
   *
   * @param first how far genuine similarities lie above others for {@code proxy-real}
   * @param second the same for {@code proxy-real@other}
   */
  public CompletedRun run(long seed, double first, double second) {
    Map<String, Path> folders = new LinkedHashMap<>();
    Map<String, MetricReport> reports = new LinkedHashMap<>();
    List<RunResult.StageRecord> stages = new ArrayList<>();
    for (String name : spec.graph().order()) {
      String kind = spec.stage(name).kind();
      Path payload = created(folder.resolve(seed + "-" + first + "-" + second + "-" + name));
      folders.put(name, payload);
      boolean tested = spec.stage(name) instanceof Stage.Measuring;
      if (tested) {
        Seed own = new Seed(seed).child(name);
        StoredScores.write(payload, scores(own, name.equals("proxy-real") ? first : second));
        reports.putAll(measured(name, payload, own));
      }
      boolean drawn = tested || kind.equals("train");
      if (kind.equals("train")) {
        AtomicFiles.writeFile(payload.resolve("train.json"), Json.pretty(Map.of("loss", first)));
      }
      String hash = Sha256.of(drawn ? payload.toString() : name).hex();
      stages.add(new RunResult.StageRecord(name, kind, hash, hash, null));
    }
    return new CompletedRun(result(seed, stages, reports), folders, folders.keySet());
  }

  /** Measures what was drawn, and where there are groups, half of the comparisons for each. */
  private Map<String, MetricReport> measured(String name, Path payload, Seed seed) {
    if (spec.stage(name) instanceof Stage.Verify) {
      return Map.of(name, VerificationMetrics.report(StoredScores.read(payload), seed));
    }
    int[] groups = new int[StoredScores.read(payload).size()];
    Arrays.setAll(groups, i -> 1 + i / 2 % 2);
    Npy.write(payload.resolve("groups.npy"), NpyArray.ofInts(groups, groups.length));
    AtomicFiles.writeFile(
        payload.resolve("parts.json"), Json.pretty(List.of("all", "dark", "light")));
    return StoredParts.measure(spec.stage(name).kind(), payload, seed).of(name);
  }

  /** Makes a run none of whose stages could run. */
  public CompletedRun notRun(long seed, String reason) {
    List<RunResult.StageRecord> stages =
        spec.graph().order().stream()
            .map(
                name ->
                    new RunResult.StageRecord(name, spec.stage(name).kind(), null, null, reason))
            .toList();
    return new CompletedRun(result(seed, stages, Map.of()), Map.of(), Set.of());
  }

  private RunResult result(
      long seed, List<RunResult.StageRecord> stages, Map<String, MetricReport> reports) {
    List<GateOutcome> gates =
        Judge.decide(
            spec.gates(),
            reports,
            stage ->
                stages.stream()
                    .filter(s -> s.name().equals(stage))
                    .findFirst()
                    .map(RunResult.StageRecord::notRun));
    return new RunResult(
        RunResult.SCHEMA,
        spec.id(),
        spec.title(),
        "embedded",
        seed,
        spec.reproduces(),
        spec.realData(),
        Judge.verdict(gates, stages),
        gates,
        stages,
        reports,
        Map.of(),
        Map.of(),
        null,
        Judge.claims(spec.claims(), gates));
  }

  private static Scores scores(Seed seed, double shift) {
    Rng rng = seed.rng();
    Scores.Builder builder = Scores.builder(FOLDS);
    for (int g = 0; g < SUBJECTS; g++) {
      for (int i = 0; i < GENUINE_EACH; i++) {
        float genuine = (float) (0.15 * (shift + rng.nextGaussian()));
        builder.add(genuine, true, g % FOLDS, "s" + g, "s" + g);
        String other = "s" + (g + i + 1) % SUBJECTS;
        builder.add((float) (0.15 * rng.nextGaussian()), false, g % FOLDS, "s" + g, other);
      }
    }
    return builder.build();
  }

  private static Path created(Path folder) {
    try {
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
