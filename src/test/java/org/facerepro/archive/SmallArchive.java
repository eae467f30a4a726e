package org.facerepro.archive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.facerepro.core.Json;
import org.facerepro.core.Rng;
import org.facerepro.core.Seed;
import org.facerepro.core.Sha256;
import org.facerepro.data.Npy;
import org.facerepro.data.NpyArray;
import org.facerepro.experiment.Artifact;
import org.facerepro.experiment.CompletedRun;
import org.facerepro.experiment.Environment;
import org.facerepro.experiment.ExperimentSpec;
import org.facerepro.experiment.GateOutcome;
import org.facerepro.experiment.Judge;
import org.facerepro.experiment.RunResult;
import org.facerepro.experiment.Scale;
import org.facerepro.experiment.StoredScores;
import org.facerepro.metric.MetricReport;
import org.facerepro.metric.VerificationMetrics;
import org.facerepro.nn.Compute;

/**
 * An archive of the fixture {@code tiny}, with drawn scores in the place of training, whose content
 * can be forged: the manifest and the container always fit what is in it.
 */
final class SmallArchive {
  static final String STAGE = "proxy-real";
  static final String METRICS = "verify/proxy-real/metrics.json";

  private static final long SEED = 1;
  private static final int COMPARISONS = 60;
  private static final int FOLDS = 10;

  private final Path folder;
  private final TreeMap<String, byte[]> contents = new TreeMap<>();

  private SmallArchive(Path folder) {
    this.folder = folder;
  }

  static SmallArchive in(Path folder) throws IOException {
    Path spec =
        Path.of(System.getProperty("facerepro.home", ""), "fixtures", "experiments", "tiny.yaml");
    SmallArchive small = new SmallArchive(folder);
    ResultArchive.write(small.file(), run(folder, spec), spec, environment(), Map.of());
    ReproducibleTarGz.read(small.file(), small.contents::put);
    return small;
  }

  private static CompletedRun run(Path folder, Path file) throws IOException {
    ExperimentSpec spec = ExperimentSpec.read(file, Scale.EMBEDDED);
    Map<String, Path> folders = new LinkedHashMap<>();
    List<RunResult.StageRecord> stages = new ArrayList<>();
    for (String name : spec.graph().order()) {
      String kind = spec.stage(name).kind();
      Path payload = Files.createDirectories(folder.resolve("store").resolve(name));
      folders.put(name, payload);
      fill(payload, kind);
      stages.add(
          new RunResult.StageRecord(name, kind, Sha256.of(name).hex(), digest(payload), null));
    }
    Path metrics = folder.resolve("store").resolve(STAGE).resolve(ResultArchive.METRICS);
    MetricReport report = Json.read(metrics, MetricReport.class);
    Map<String, MetricReport> reports = Map.of(STAGE, report);
    List<GateOutcome> gates = Judge.decide(spec.gates(), reports, stage -> Optional.empty());
    RunResult result =
        new RunResult(
            RunResult.SCHEMA,
            spec.id(),
            spec.title(),
            "embedded",
            SEED,
            spec.reproduces(),
            spec.realData(),
            Judge.verdict(gates, stages),
            gates,
            stages,
            reports,
            Map.of(),
            Map.of(STAGE, Map.of()));
    return new CompletedRun(result, folders, folders.keySet());
  }

  private static void fill(Path payload, String kind) throws IOException {
    if (kind.equals("train")) {
      Files.writeString(payload.resolve("train.json"), "{}");
      Files.writeString(payload.resolve("model.json"), "{}");
    }
    if (kind.equals("verify")) {
      writeScores(payload);
      MetricReport report =
          VerificationMetrics.report(StoredScores.read(payload), new Seed(SEED).child(STAGE));
      Files.write(payload.resolve(ResultArchive.METRICS), Json.pretty(report));
      Files.write(payload.resolve(ResultArchive.FAILURES), Json.pretty(Map.of()));
    }
  }

  private static void writeScores(Path payload) {
    Rng rng = new Seed(SEED).rng();
    float[] similarities = new float[COMPARISONS];
    boolean[] genuine = new boolean[COMPARISONS];
    int[] folds = new int[COMPARISONS];
    int[] subjects = new int[2 * COMPARISONS];
    for (int i = 0; i < COMPARISONS; i++) {
      genuine[i] = i % 2 == 0;
      similarities[i] = (float) rng.uniform(genuine[i] ? 0 : -0.5, 0.7);
      folds[i] = i % FOLDS;
      subjects[2 * i] = i / 2;
      subjects[2 * i + 1] = genuine[i] ? i / 2 : i / 2 + 1;
    }
    Npy.write(payload.resolve("similarity.npy"), NpyArray.ofFloats(similarities, COMPARISONS));
    Npy.write(payload.resolve("genuine.npy"), NpyArray.ofBooleans(genuine, COMPARISONS));
    Npy.write(payload.resolve("folds.npy"), NpyArray.ofInts(folds, COMPARISONS));
    Npy.write(payload.resolve("subjects.npy"), NpyArray.ofInts(subjects, COMPARISONS, 2));
  }

  private static String digest(Path payload) throws IOException {
    Map<String, String> hashes = new TreeMap<>();
    try (var files = Files.list(payload)) {
      for (Path file : files.toList()) {
        hashes.put(String.valueOf(file.getFileName()), Sha256.ofFile(file).hex());
      }
    }
    return Artifact.digest(hashes);
  }

  private static Environment environment() {
    return new Environment(
        Environment.SCHEMA,
        "1",
        "unknown",
        "17",
        "any",
        "any",
        1,
        new Compute.Description("none", "0", "cpu", 1),
        List.of());
  }

  private Path file() {
    return folder.resolve("archive.tar.gz");
  }

  SortedMap<String, byte[]> contents() {
    return contents;
  }

  SmallArchive put(String entry, String content) {
    contents.put(entry, content.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  SmallArchive remove(String entry) {
    contents.remove(entry);
    return this;
  }

  SmallArchive replace(String entry, String old, String now) {
    String content = new Contents(contents).text(entry);
    if (!content.contains(old)) {
      throw new IllegalArgumentException(entry + " does not hold " + old);
    }
    return put(entry, content.replace(old, now));
  }

  SmallArchive edit(String entry, Consumer<ObjectNode> change) {
    ObjectNode tree = (ObjectNode) new Contents(contents).object(entry);
    change.accept(tree);
    contents.put(entry, Json.pretty(tree));
    return this;
  }

  /** Makes the payload in the result fit the files again, as a careful forger would. */
  SmallArchive withMatchingPayload() {
    String payload = new VerifyStage(new Contents(contents), STAGE).payload();
    return edit(
        ResultArchive.RESULT,
        result -> {
          JsonNode stages = result.path("stages");
          ((ObjectNode) stages.path(stages.size() - 1)).put("payload", payload);
        });
  }

  ArchiveVerification verify() {
    contents.remove(Manifest.FILE);
    contents.put(Manifest.FILE, Json.pretty(Manifest.of(contents)));
    return verifyAsIs();
  }

  ArchiveVerification verifyAsIs() {
    ReproducibleTarGz.write(file(), contents);
    return ArchiveVerifier.verify(file());
  }
}
