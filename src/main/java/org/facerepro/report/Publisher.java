package org.facerepro.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.facerepro.archive.PooledTrial;
import org.facerepro.archive.ResultArchive;
import org.facerepro.archive.RunSource;
import org.facerepro.archive.RunTimes;
import org.facerepro.archive.StoredCurve;
import org.facerepro.archive.TrialArchive;
import org.facerepro.archive.signature.DetachedSignature;
import org.facerepro.core.AtomicFiles;
import org.facerepro.core.CorruptDataException;
import org.facerepro.core.Json;
import org.facerepro.core.StorageException;
import org.facerepro.experiment.CompletedRun;
import org.facerepro.experiment.RunResult;
import org.facerepro.experiment.StoredScores;
import org.facerepro.experiment.leakage.LeakageReport;
import org.facerepro.experiment.repeat.RepeatReport;
import org.facerepro.experiment.trial.Trial;
import org.facerepro.experiment.trial.TrialBaselines;
import org.facerepro.image.ImageCodec;
import org.facerepro.metric.RocCurve;
import org.facerepro.report.plot.RocPlot;

/**
 * Lays a run down for people: archive, result, ROC plot, contact sheets and report in {@code
 * <root>/<experiment>/<scale>-seed<N>/}.
 */
public final class Publisher {
  private static final String RESULT = "result.json";
  private static final String VERIFY = "verify";

  private final Path root;

  public Publisher(Path root) {
    this.root = root;
  }

  /**
   * Publishes a run, replacing an earlier one of the same experiment, scale and seed. Of a run with
   * a leak, only the leakage report is written.
   *
   * @param source specification, environment and who stands for the run
   * @param leakage what training and test sets have in common
   * @param rerun the command that runs it again; only printed, since what may be submitted names no
   *     places of a machine
   * @throws CorruptDataException if a test set holds what was learnt from
   */
  public PublishedRun publish(
      CompletedRun run, RunSource source, LeakageReport leakage, String rerun) {
    RunResult result = run.result();
    String name = result.scale() + "-seed" + result.seed();
    Path folder = folder(leakage);
    byte[] shared = Json.pretty(leakage);
    AtomicFiles.writeFile(folder.resolve(ResultArchive.LEAKAGE), shared);
    refuse(leakage);
    Map<String, RocCurve> curves = curves(run);
    byte[] roc = RocPlot.of(result.title(), curves).getBytes(StandardCharsets.UTF_8);
    Map<String, byte[]> further = new TreeMap<>();
    further.put(ResultArchive.LEAKAGE, shared);
    further.put("plots/roc.svg", roc);
    curves.forEach((stage, curve) -> further.put(StoredCurve.entry(stage), StoredCurve.of(curve)));
    Path archive = archive(result.experiment(), name);
    ResultArchive.write(archive, run, source, further);
    RunTimes times = RunTimes.of(archive, run, source.environment());
    AtomicFiles.writeFile(folder.resolve(RunTimes.FILE), Json.pretty(times));
    AtomicFiles.writeFile(folder.resolve("roc.svg"), roc);
    String reproduction = reproduction(folder.resolve(RESULT), run);
    AtomicFiles.writeFile(folder.resolve(RESULT), Json.pretty(result));
    FaceSheets.of(run)
        .forEach(
            (stage, sheet) ->
                AtomicFiles.writeFile(folder.resolve(stage + ".png"), ImageCodec.png(sheet)));
    String rest = leakage.text() + reproduction;
    String kept = ResultText.of(result, folder.relativize(archive)) + rest;
    AtomicFiles.writeFile(folder.resolve("report.txt"), kept.getBytes(StandardCharsets.UTF_8));
    return new PublishedRun(folder, archive, ResultText.of(result, archive, rerun) + rest);
  }

  /**
   * Lays a trial of published runs down, {@code <root>/<experiment>/<scale>-trial.json}, {@code
   * .txt} and its archive beside them, replacing an earlier one of the same experiment and scale.
   *
   * @param baselines what the trial was held against
   * @param rerun the command that runs it again; not kept, since archives name no places of a
   *     machine
   */
  public PublishedTrial publish(Trial trial, TrialBaselines baselines, String rerun) {
    List<Path> runs =
        trial.seeds().stream()
            .map(seed -> archive(trial.experiment(), trial.scale() + "-seed" + seed))
            .toList();
    return publish(trial, baselines, runs, rerun);
  }

  /** Lays a trial of runs whose archives lie anywhere down; see the other one. */
  public PublishedTrial publish(PooledTrial pooled) {
    Trial trial = pooled.trial();
    return publish(trial, pooled.baselines(), pooled.runs(), trial.rerun());
  }

  private PublishedTrial publish(
      Trial trial, TrialBaselines baselines, List<Path> runs, String rerun) {
    Path folder = root.resolve(trial.experiment());
    String text = TrialText.of(trial, rerun);
    String kept = TrialText.of(trial);
    AtomicFiles.writeFile(folder.resolve(trial.scale() + "-trial.json"), Json.pretty(trial));
    AtomicFiles.writeFile(
        folder.resolve(trial.scale() + "-trial.txt"), kept.getBytes(StandardCharsets.UTF_8));
    Path archive = folder.resolve(TrialArchive.name(trial));
    if (!trial.isMoreThanItsRun()) {
      forget(archive);
      return new PublishedTrial(null, text);
    }
    TrialArchive.write(archive, trial, baselines, kept, runs);
    return new PublishedTrial(archive, text + "archive: " + archive + "\n");
  }

  /** An archive beside a trial that it does not hold would be taken for its proof. */
  private static void forget(Path archive) {
    try {
      Files.deleteIfExists(archive);
      Files.deleteIfExists(DetachedSignature.beside(archive));
    } catch (IOException e) {
      throw new StorageException(
          "cannot delete " + archive + " (" + AtomicFiles.reason(e) + ")", e);
    }
  }

  private Path archive(String experiment, String name) {
    return root.resolve(experiment).resolve(name).resolve(experiment + "-" + name + ".tar.gz");
  }

  /**
   * Lays the comparison of two runs down beside the first, {@code repeat.json}.
   *
   * @return the report for people
   */
  public String publish(RepeatReport report) {
    String name = report.scale() + "-seed" + report.seed();
    Path file = root.resolve(report.experiment()).resolve(name).resolve("repeat.json");
    AtomicFiles.writeFile(file, Json.pretty(report));
    return RepeatText.of(report);
  }

  /**
   * Lets a report without a leak pass; writes one with a leak where the result would be.
   *
   * @throws CorruptDataException if a test set holds what was learnt from
   */
  public void refuse(LeakageReport leakage) {
    if (leakage.isLeak()) {
      Path folder = folder(leakage);
      AtomicFiles.writeFile(folder.resolve(ResultArchive.LEAKAGE), Json.pretty(leakage));
      throw new CorruptDataException(
          "the test holds what was learnt from, so there is no result; %s is the report%n%s"
              .formatted(folder.resolve(ResultArchive.LEAKAGE), leakage.text().stripTrailing()));
    }
  }

  private Path folder(LeakageReport leakage) {
    String name = leakage.scale() + "-seed" + leakage.seed();
    return root.resolve(leakage.experiment()).resolve(name);
  }

  private static String reproduction(Path earlier, CompletedRun now) {
    if (!Files.isRegularFile(earlier)) {
      return "";
    }
    try {
      return Reproduction.text(Json.read(earlier, RunResult.class), now);
    } catch (CorruptDataException e) {
      return "the earlier result cannot be compared: " + e.getMessage() + "\n";
    }
  }

  private static Map<String, RocCurve> curves(CompletedRun run) {
    Map<String, RocCurve> curves = new LinkedHashMap<>();
    for (RunResult.StageRecord stage : run.result().stages()) {
      if (stage.kind().equals(VERIFY) && stage.notRun() == null) {
        Path folder = run.folder(stage.name());
        curves.put(stage.name(), RocCurve.of(StoredScores.read(folder)));
      }
    }
    return curves;
  }
}
