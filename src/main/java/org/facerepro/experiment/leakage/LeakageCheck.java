package org.facerepro.experiment.leakage;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.facerepro.data.Embeddings;
import org.facerepro.data.FaceEntry;
import org.facerepro.data.FaceSet;
import org.facerepro.data.leak.Fingerprints;
import org.facerepro.data.leak.SetOverlap;
import org.facerepro.experiment.CompletedRun;
import org.facerepro.experiment.ExperimentSpec;
import org.facerepro.experiment.RunResult;
import org.facerepro.experiment.Stage;
import org.facerepro.experiment.StoredParts;
import org.facerepro.experiment.Workspace;
import org.facerepro.image.RgbImage;
import org.facerepro.train.Recogniser;

/**
 * Looks for leaks in a run: every set that a recogniser has learnt from, also before it was trained
 * further, against every test of that recogniser.
 */
public final class LeakageCheck {
  private static final int BATCH = 128;

  private final Workspace workspace;
  private final FingerprintStore fingerprints;
  private final Map<String, Fingerprints> known = new HashMap<>();
  private final Map<String, SetOverlap> overlaps = new HashMap<>();

  /** Keeps fingerprints in the store of a workspace. */
  public LeakageCheck(Workspace workspace) {
    this.workspace = workspace;
    this.fingerprints = new FingerprintStore(workspace);
  }

  /** Checks a run. */
  public LeakageReport check(ExperimentSpec spec, CompletedRun run) {
    List<LeakageReport.Pair> pairs = new ArrayList<>();
    List<String> notChecked = new ArrayList<>();
    spec.stages()
        .forEach(
            (name, stage) -> {
              if (stage instanceof Stage.Measuring verify) {
                Tested tested = new Tested(spec, run, name, embed(spec, verify));
                for (String training : learntFrom(spec, tested.embed().model())) {
                  Optional<String> missing = notRun(run, name).or(() -> notRun(run, training));
                  missing.ifPresentOrElse(
                      reason -> notChecked.add(training + " / " + name + ": " + reason),
                      () -> pairs.add(pair(tested, training)));
                }
              }
            });
    RunResult result = run.result();
    return new LeakageReport(
        LeakageReport.SCHEMA,
        result.experiment(),
        result.scale(),
        result.seed(),
        pairs,
        notChecked);
  }

  /**
   * A test.
   *
   * @param name of the verify stage
   */
  private record Tested(ExperimentSpec spec, CompletedRun run, String name, Stage.Embed embed) {
    boolean isReal() {
      return embed.faces() == null;
    }
  }

  private static Stage.Embed embed(ExperimentSpec spec, Stage.Measuring verify) {
    return (Stage.Embed) spec.stage(verify.embeddings());
  }

  private static Optional<String> notRun(CompletedRun run, String stage) {
    return run.result().stage(stage).map(RunResult.StageRecord::notRun);
  }

  /** Returns the stages that yield the faces that a model has learnt from. */
  private static Set<String> learntFrom(ExperimentSpec spec, String model) {
    Set<String> faces = new LinkedHashSet<>();
    String next = model;
    while (next != null && spec.stage(next) instanceof Stage.Train train) {
      faces.add(train.faces());
      train.additions().forEach(addition -> faces.add(addition.faces()));
      next = train.initial();
    }
    return faces;
  }

  private LeakageReport.Pair pair(Tested tested, String training) {
    boolean real = tested.isReal() && tested.spec().stage(training) instanceof Stage.Collect;
    boolean sameNames = real || training.equals(tested.embed().faces());
    String trainingKey = key(tested.run(), training);
    String testKey = testKey(tested);
    SetOverlap overlap =
        overlaps.computeIfAbsent(
            trainingKey + " " + testKey,
            both ->
                SetOverlap.of(
                    faces(tested.run(), training, trainingKey), test(tested, testKey), sameNames));
    return LeakageReport.Pair.of(
        training, tested.name(), overlap, real ? neighbours(tested, training) : null);
  }

  private static String key(CompletedRun run, String stage) {
    return Objects.requireNonNull(run.result().stage(stage).orElseThrow().key());
  }

  private static String testKey(Tested tested) {
    String faces = tested.embed().faces();
    return faces == null ? tested.embed().protocol() : key(tested.run(), faces);
  }

  private Fingerprints faces(CompletedRun run, String stage, String key) {
    return known.computeIfAbsent(key, k -> fingerprints.ofFaces(k, run.folder(stage)));
  }

  private Fingerprints test(Tested tested, String key) {
    String faces = tested.embed().faces();
    return faces == null
        ? known.computeIfAbsent(key, fingerprints::ofProtocol)
        : tested.spec().stage(faces) instanceof Stage.MultiPie
            ? known.computeIfAbsent(
                key + " " + tested.embed().protocol(),
                k ->
                    fingerprints.ofTree(tested.embed().protocol(), key, tested.run().folder(faces)))
            : faces(tested.run(), faces, key);
  }

  /**
   * Embeds the training faces as the test pictures were, and looks for pairs that are too close.
   */
  private Neighbours neighbours(Tested tested, String training) {
    Stage.Embed embed = tested.embed();
    CompletedRun run = tested.run();
    Stage.Measuring measuring = (Stage.Measuring) tested.spec().stage(tested.name());
    Embeddings test = Embeddings.read(run.folder(measuring.embeddings()));
    double[] similarities = StoredParts.similarities(run.folder(tested.name()));
    return Neighbours.between(
        embedded(run.folder(training), run.folder(embed.model()), embed.flip()),
        Neighbours.Rows.of(test.ids(), rows(test)),
        similarities);
  }

  private static List<float[]> rows(Embeddings embeddings) {
    List<float[]> rows = new ArrayList<>();
    for (String id : embeddings.ids()) {
      float[] row = new float[embeddings.dimension()];
      embeddings.copyRow(id, row);
      rows.add(row);
    }
    return rows;
  }

  private Neighbours.Rows embedded(Path set, Path model, boolean flip) {
    List<String> names = new ArrayList<>();
    List<float[]> rows = new ArrayList<>();
    try (FaceSet faces = FaceSet.open(set);
        Recogniser recogniser = Recogniser.open(model, workspace.compute())) {
      List<FaceEntry> samples = faces.samples();
      for (int from = 0; from < samples.size(); from += BATCH) {
        List<FaceEntry> batch = samples.subList(from, Math.min(from + BATCH, samples.size()));
        List<RgbImage> pictures = batch.stream().map(faces::decode).toList();
        rows.addAll(List.of(recogniser.embed(pictures, flip)));
        batch.forEach(entry -> names.add(entry.key()));
      }
    }
    return Neighbours.Rows.of(names, rows);
  }
}
