package org.facerepro.archive;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.facerepro.core.CorruptDataException;
import org.facerepro.core.Seed;
import org.facerepro.experiment.CompletedRun;
import org.facerepro.experiment.Environment;
import org.facerepro.experiment.ExperimentSpec;
import org.facerepro.experiment.GateOutcome;
import org.facerepro.experiment.Judge;
import org.facerepro.experiment.PartReports;
import org.facerepro.experiment.Publication;
import org.facerepro.experiment.RunResult;
import org.facerepro.experiment.Scale;
import org.facerepro.metric.MetricReport;
import org.facerepro.metric.RocCurve;
import org.facerepro.metric.Scores;
import org.facerepro.train.ModelFacts;
import org.jspecify.annotations.Nullable;

/**
 * Makes the result in an archive again, from its scores or its stored metrics and its
 * specification, and names what differs.
 *
 * <p>Taken from the stored result are only scale and seed, which stages did not run and why, and
 * the keys of artifacts; everything else must follow.
 */
final class Recomputation {
  private final Contents contents;
  private final @Nullable Path scratch;
  private final BiConsumer<String, String> report;
  private final Map<String, MetricReport> reports = new LinkedHashMap<>();
  private final Map<String, Map<String, String>> failures = new LinkedHashMap<>();
  private final Map<String, Path> folders = new LinkedHashMap<>();
  private @Nullable RunResult made;
  private int numbers;

  /**
   * Takes up an archive.
   *
   * @param scratch a folder to unpack scores to, nothing is written outside it; or null to take the
   *     stored metrics for true
   * @param report receives the entry and the problem of each finding
   */
  Recomputation(Contents contents, @Nullable Path scratch, BiConsumer<String, String> report) {
    this.contents = contents;
    this.scratch = scratch;
    this.report = report;
  }

  /**
   * Returns how many numbers were computed again.
   *
   * @throws CorruptDataException if an entry is not what its name says
   * @throws org.facerepro.core.SpecException if the specification is invalid
   */
  int run() throws IOException {
    contents.read(ResultArchive.ENVIRONMENT, Environment.class);
    RunResult stored = contents.read(ResultArchive.RESULT, RunResult.class);
    Scale scale = Scale.of(stored.scale());
    ExperimentSpec spec =
        ExperimentSpec.parse(contents.text(ResultArchive.SPEC), ResultArchive.SPEC, scale);
    Manifest manifest = contents.read(Manifest.FILE, Manifest.class);
    CrateCheck.check(
        contents.object(RoCrate.FILE), manifest, problem -> report.accept(RoCrate.FILE, problem));
    if (StageCheck.passes(spec, stored, contents.names(), report)) {
      new PlanCheck(contents, stored, report).run(spec);
      RunResult fresh = again(stored, spec);
      compare(ResultArchive.RESULT, fresh);
      made = fresh;
      model(stored, spec);
      if (!contents.text(RunLog.FILE).equals(RunLog.of(stored, contents))) {
        report.accept(RunLog.FILE, "is not the log that follows from the other entries");
      }
    }
    return numbers;
  }

  /**
   * Returns the run that was made, its folders those of unpacked scores; nothing where its stages
   * are not what they must be.
   */
  Optional<CompletedRun> made() {
    return Optional.ofNullable(made).map(run -> new CompletedRun(run, folders, Set.of()));
  }

  /** What the card of a published network says of scores rests on the stored result. */
  private void model(RunResult stored, ExperimentSpec spec) {
    Publication publishes = spec.publishes();
    if (publishes == null
        || stored.stage(publishes.model()).filter(stage -> stage.key() != null).isEmpty()) {
      return;
    }
    String name = publishes.model();
    Map<String, DataCard> data = StoredRun.data(contents, stored);
    String licence =
        RoCrate.imprint(contents.object(RoCrate.FILE)).map(Imprint::licence).orElse("");
    String kind = spec.stage(name).kind();
    byte[] facts = contents.bytes(StageEntries.name(kind, name, ModelFacts.FILE));
    byte[] weights = contents.bytes(StageEntries.name(kind, name, ModelFacts.WEIGHTS_FILE));
    compare(
        StageEntries.model(name),
        new ModelCards(spec, stored, data, licence).of(publishes, facts, weights));
  }

  private RunResult again(RunResult stored, ExperimentSpec spec) throws IOException {
    List<RunResult.StageRecord> stages = new ArrayList<>();
    for (RunResult.StageRecord stage : stored.stages()) {
      boolean measured = StageEntries.measures(stage.kind()) && stage.notRun() == null;
      stages.add(measured ? measured(stage, new Seed(stored.seed()), stages.size()) : stage);
    }
    List<GateOutcome> gates =
        Judge.decide(
            spec.gates(), reports, stage -> stored.stage(stage).map(each -> each.notRun()));
    return new RunResult(
        RunResult.SCHEMA,
        spec.id(),
        spec.title(),
        stored.scale(),
        stored.seed(),
        spec.reproduces(),
        spec.realData(),
        Judge.verdict(gates, stages),
        gates,
        stages,
        reports,
        stored.remarks(),
        failures,
        stored.inputs(),
        Judge.claims(spec.claims(), gates));
  }

  /** Folders carry numbers, because a foreign name of a stage may point outside. */
  private RunResult.StageRecord measured(RunResult.StageRecord stored, Seed seed, int number)
      throws IOException {
    VerifyStage stage = new VerifyStage(contents, stored.kind(), stored.name());
    try {
      Map<String, MetricReport> measured = stage.stored();
      if (scratch != null) {
        Path folder = scratch.resolve("stage-" + number);
        measured =
            StageEntries.hasParts(stored.kind())
                ? freshParts(stage, stored.name(), folder, seed)
                : Map.of(stored.name(), fresh(stage, stored.name(), folder, seed));
      }
      reports.putAll(measured);
      checkFailures(stored.name(), stage, measured);
    } catch (CorruptDataException e) {
      report.accept(stored.kind() + "/" + stored.name(), "recomputation: " + e.getMessage());
    }
    return new RunResult.StageRecord(
        stored.name(), stored.kind(), stored.key(), stage.payload(), null);
  }

  private Map<String, MetricReport> freshParts(
      VerifyStage stage, String name, Path folder, Seed seed) throws IOException {
    PartReports fresh = stage.parts(folder, seed);
    folders.put(name, folder);
    compare(stage.entry(StageEntries.METRICS), fresh);
    return fresh.of(name);
  }

  private MetricReport fresh(VerifyStage stage, String name, Path folder, Seed seed)
      throws IOException {
    Scores scores = stage.scores(folder);
    folders.put(name, folder);
    MetricReport fresh = stage.measure(scores, seed);
    compare(stage.entry(StageEntries.METRICS), fresh);
    String curve = StageEntries.curve(name);
    if (!Arrays.equals(StoredCurve.of(RocCurve.of(scores)), contents.bytes(curve))) {
      report.accept(curve, "is not the curve of the stored scores");
    }
    return fresh;
  }

  private void checkFailures(String name, VerifyStage stage, Map<String, MetricReport> fresh) {
    Map<String, String> failed = stage.failures();
    failures.put(name, failed);
    MetricReport whole = fresh.get(name);
    int comparisons = whole == null ? 0 : whole.comparisons().failed();
    if (comparisons > 0 && failed.isEmpty()) {
      report.accept(
          stage.entry(StageEntries.FAILURES),
          "names no image, but %d comparisons failed".formatted(comparisons));
    }
  }

  private void compare(String entry, Object fresh) {
    numbers +=
        TreeComparison.compare(
            contents.object(entry), fresh, problem -> report.accept(entry, problem));
  }
}
