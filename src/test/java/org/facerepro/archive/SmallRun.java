package org.facerepro.archive;

import com.fasterxml.jackson.databind.node.NullNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.facerepro.core.AtomicFiles;
import org.facerepro.core.Json;
import org.facerepro.core.Rng;
import org.facerepro.core.Seed;
import org.facerepro.core.Sha256;
import org.facerepro.data.FaceSample;
import org.facerepro.data.FaceSetInfo;
import org.facerepro.data.FaceSetWriter;
import org.facerepro.data.Npy;
import org.facerepro.data.NpyArray;
import org.facerepro.experiment.Artifact;
import org.facerepro.experiment.CompletedRun;
import org.facerepro.experiment.Environment;
import org.facerepro.experiment.ExperimentSpec;
import org.facerepro.experiment.GateOutcome;
import org.facerepro.experiment.Judge;
import org.facerepro.experiment.PartReports;
import org.facerepro.experiment.Renormalise;
import org.facerepro.experiment.RunResult;
import org.facerepro.experiment.Scale;
import org.facerepro.experiment.Stage;
import org.facerepro.experiment.StoredParts;
import org.facerepro.experiment.StoredScores;
import org.facerepro.experiment.leakage.LeakageReport;
import org.facerepro.experiment.leakage.SmallLeakage;
import org.facerepro.image.ImageCodec;
import org.facerepro.image.PictureFormat;
import org.facerepro.image.RgbImage;
import org.facerepro.metric.MetricReport;
import org.facerepro.metric.RocCurve;
import org.facerepro.metric.VerificationMetrics;
import org.facerepro.nn.Compute;
import org.facerepro.train.Ensemble;
import org.facerepro.train.ModelFacts;

/**
 * A run of a specification without its work: one-picture sets in the place of faces, drawn scores
 * in the place of training.
 */
public final class SmallRun {
  private static final Path HOME = Path.of(System.getProperty("facerepro.home", ""));
  private static final int COMPARISONS = 60;
  private static final int FOLDS = 10;

  /** How far genuine scores of an arm lie below those of what it varies. */
  private static final double WORSE = 0.4;

  private final Path folder;
  private final Path file;
  private final long seed;
  private final ExperimentSpec spec;
  private final Map<String, Path> folders = new LinkedHashMap<>();
  private final Map<String, MetricReport> reports = new LinkedHashMap<>();
  private final Map<String, byte[]> further = new TreeMap<>();
  private String author = "Ada Invented";
  private double shift;
  private boolean forged;
  private String cpu = "any";
  private String revision = "0123abcd";
  private String code = "code";
  private boolean ownFaces;
  private String licence = "Free for every use.";
  private Consumer<Path> training =
      payload -> AtomicFiles.writeFile(payload.resolve("model.json"), new byte[] {'{', '}'});

  private SmallRun(Path folder, Path file, long seed) {
    this.folder = folder;
    this.file = file;
    this.seed = seed;
    this.spec = ExperimentSpec.read(file, Scale.EMBEDDED);
  }

  /** Prepares a run of a specification of {@code fixtures/experiments}. */
  public static SmallRun of(Path folder, String id, long seed) {
    return new SmallRun(folder, HOME.resolve("fixtures/experiments/" + id + ".yaml"), seed);
  }

  /** Prepares a run of a specification file. */
  public static SmallRun ofFile(Path folder, Path file, long seed) {
    return new SmallRun(folder, file, seed);
  }

  /** Adds an entry to the archive. */
  public SmallRun with(String entry, String content) {
    further.put(entry, content.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  /** Moves genuine scores up. */
  public SmallRun better(double by) {
    shift = by;
    return this;
  }

  /** Sets what makes the model. */
  SmallRun training(Consumer<Path> writer) {
    training = writer;
    return this;
  }

  /** Sets the revision of the program. */
  public SmallRun at(String commit) {
    revision = commit;
    return this;
  }

  /** Adds a leakage report without any, as earlier versions wrote it. */
  public SmallRun withLeakageReport() {
    return with(leakage(LeakageReport.Finding.CLEAN, List.of()));
  }

  /** Adds a leakage report over every pair of sets, changed. */
  public SmallRun withLeakage(UnaryOperator<LeakageReport> change) {
    return with(change.apply(SmallLeakage.clean(spec, seed)));
  }

  /** Adds a leakage report. */
  public SmallRun with(LeakageReport report) {
    return with(ResultArchive.LEAKAGE, new String(Json.pretty(report), StandardCharsets.UTF_8));
  }

  /** Makes the leakage report of this run, as earlier versions wrote it. */
  public LeakageReport leakage(LeakageReport.Finding finding, List<String> notChecked) {
    return SmallLeakage.earlier(spec, seed, finding, notChecked);
  }

  /** Packs the curve of no scores. */
  public SmallRun withAForgedCurve() {
    forged = true;
    return this;
  }

  /** Sets the author. */
  public SmallRun by(String name) {
    author = name;
    return this;
  }

  /** Sets the processor. */
  public SmallRun on(String processor) {
    cpu = processor;
    return this;
  }

  /** Gives each seed other faces. */
  public SmallRun withItsOwnFaces() {
    ownFaces = true;
    return this;
  }

  /** Sets the terms of use of all faces. */
  public SmallRun under(String terms) {
    licence = terms;
    return this;
  }

  /** Sets the version of the code of all stages. */
  public SmallRun coded(String version) {
    code = version;
    return this;
  }

  ExperimentSpec spec() {
    return spec;
  }

  /** Packs the run, and returns it. */
  public CompletedRun pack(Path archive) throws IOException {
    CompletedRun run = run();
    for (RunResult.StageRecord stage : run.result().stages()) {
      if (stage.kind().equals(StageEntries.VERIFY)) {
        RocCurve curve = RocCurve.of(StoredScores.read(run.folder(stage.name())));
        further.put(StoredCurve.entry(stage.name()), StoredCurve.of(curve));
      }
    }
    if (forged) {
      further.replaceAll((name, bytes) -> name.startsWith("curves/") ? new byte[0] : bytes);
    }
    Imprint imprint = new Imprint(author, null, Imprint.LICENCE, LocalDate.of(2026, 1, 2));
    RunSource source = new RunSource(file, environment(), HOME.resolve("protocols"), imprint);
    ResultArchive.write(archive, run, source, further);
    return run;
  }

  private CompletedRun run() throws IOException {
    List<RunResult.StageRecord> stages = new ArrayList<>();
    Map<String, Map<String, String>> failures = new TreeMap<>();
    for (String name : spec.graph().order()) {
      Stage stage = spec.stage(name);
      Path payload = Files.createDirectories(folder.resolve("store").resolve(name));
      folders.put(name, payload);
      fill(payload, name, stage);
      if (stage instanceof Stage.Measuring) {
        failures.put(name, Map.of());
      }
      String key = Sha256.of(name + seed).hex();
      stages.add(
          new RunResult.StageRecord(
              name, stage.kind(), key, note(payload, stage, key, code), null));
    }
    List<GateOutcome> gates = Judge.decide(spec.gates(), reports, stage -> Optional.empty());
    RunResult result =
        new RunResult(
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
            failures,
            null,
            Judge.claims(spec.claims(), gates));
    return new CompletedRun(result, folders, folders.keySet());
  }

  private void fill(Path payload, String name, Stage stage) throws IOException {
    if (stage instanceof Stage.Generate || stage instanceof Stage.Collect) {
      faces(payload, ownFaces ? name + seed : name);
    } else if (stage instanceof Stage.Train) {
      Files.writeString(payload.resolve("train.json"), "{}");
      training.accept(payload);
      Files.writeString(payload.resolve("curves.svg"), "<svg/>");
    } else if (stage instanceof Stage.Ensemble ensemble) {
      Ensemble.join(
          ensemble.members().stream().map(folders::get).toList(), ensemble.weightFormat(), payload);
    } else if (stage instanceof Renormalise renormalised) {
      for (String file : List.of(ModelFacts.FILE, ModelFacts.WEIGHTS_FILE)) {
        Path trained = Objects.requireNonNull(folders.get(renormalised.model()));
        Files.copy(trained.resolve(file), payload.resolve(file));
      }
    } else if (stage instanceof Stage.Embed) {
      DataCard.Crops crops = new DataCard.Crops("none", 60, Sha256.of(name).hex());
      Files.write(payload.resolve(StageEntries.CROPS), Json.pretty(crops));
    } else if (stage instanceof Stage.VerifyGroups) {
      groups(payload, name);
    } else {
      scores(payload, name.contains("@") ? shift - WORSE : shift);
      Seed drawn = new Seed(seed).child(name.replaceAll("@.*", ""));
      MetricReport report = VerificationMetrics.report(StoredScores.read(payload), drawn);
      reports.put(name, report);
      Files.write(payload.resolve(StageEntries.METRICS), Json.pretty(report));
      Files.write(payload.resolve(StageEntries.FAILURES), Json.pretty(Map.of()));
    }
  }

  /** Comparisons of two groups in turn. */
  private void groups(Path payload, String name) throws IOException {
    scores(payload, name.contains("@") ? shift - WORSE : shift);
    int[] groups = new int[COMPARISONS];
    Arrays.setAll(groups, i -> 1 + i / 2 % 2);
    Npy.write(payload.resolve("groups.npy"), NpyArray.ofInts(groups, COMPARISONS));
    Files.write(payload.resolve("parts.json"), Json.pretty(List.of("all", "dark", "light")));
    Seed drawn = new Seed(seed).child(name.replaceAll("@.*", ""));
    PartReports parts = StoredParts.measure("verify-groups", payload, drawn);
    reports.putAll(parts.of(name));
    Files.write(payload.resolve(StageEntries.METRICS), Json.pretty(parts));
    Files.write(payload.resolve(StageEntries.FAILURES), Json.pretty(Map.of()));
  }

  private void faces(Path payload, String name) {
    FaceSetInfo info = new FaceSetInfo(name, licence, "none", 8);
    byte[] png = ImageCodec.png(RgbImage.copyOf(8, 8, new byte[3 * 64]));
    try (FaceSetWriter writer = FaceSetWriter.create(payload, info, 10)) {
      writer.add(FaceSample.takeOver("s0/0", "s0", PictureFormat.PNG, png, NullNode.getInstance()));
      writer.complete();
    }
  }

  private void scores(Path payload, double better) {
    Rng rng = new Seed(seed).rng();
    float[] similarities = new float[COMPARISONS];
    boolean[] genuine = new boolean[COMPARISONS];
    int[] folds = new int[COMPARISONS];
    int[] subjects = new int[2 * COMPARISONS];
    for (int i = 0; i < COMPARISONS; i++) {
      genuine[i] = i % 2 == 0;
      similarities[i] =
          (float) rng.uniform(genuine[i] ? better : -0.5, genuine[i] ? 0.7 + better : 0.7);
      folds[i] = i % FOLDS;
      subjects[2 * i] = i / 2;
      subjects[2 * i + 1] = genuine[i] ? i / 2 : i / 2 + 1;
    }
    Npy.write(payload.resolve("similarity.npy"), NpyArray.ofFloats(similarities, COMPARISONS));
    Npy.write(payload.resolve("genuine.npy"), NpyArray.ofBooleans(genuine, COMPARISONS));
    Npy.write(payload.resolve("folds.npy"), NpyArray.ofInts(folds, COMPARISONS));
    Npy.write(payload.resolve("subjects.npy"), NpyArray.ofInts(subjects, COMPARISONS, 2));
  }

  private static String note(Path payload, Stage stage, String key, String code)
      throws IOException {
    Map<String, String> hashes = new TreeMap<>();
    try (var files = Files.list(payload)) {
      for (Path each : files.filter(f -> !f.endsWith("artifact.json")).toList()) {
        hashes.put(String.valueOf(each.getFileName()), Sha256.ofFile(each).hex());
      }
    }
    Artifact artifact =
        new Artifact(
            Artifact.SCHEMA,
            stage.kind(),
            key,
            Map.of(),
            Json.tree(stage),
            Sha256.of(code).hex(),
            "any",
            hashes,
            null,
            null,
            null,
            1.5);
    Files.write(payload.resolve("artifact.json"), Json.pretty(artifact));
    return artifact.payloadDigest();
  }

  private Environment environment() {
    return new Environment(
        Environment.SCHEMA,
        "1",
        revision,
        "17",
        "any",
        cpu,
        1,
        new Compute.Description("none", "0", "cpu", 1),
        List.of());
  }
}
