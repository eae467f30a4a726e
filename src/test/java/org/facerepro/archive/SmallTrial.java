package org.facerepro.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.facerepro.experiment.CompletedRun;
import org.facerepro.experiment.ExperimentSpec;
import org.facerepro.experiment.trial.Known;
import org.facerepro.experiment.trial.Trial;
import org.facerepro.experiment.trial.TrialBaselines;
import org.facerepro.experiment.trial.Trials;

/**
 * A trial of three seeds of the fixture {@code tiny} and a worse arm of it, with drawn scores in
 * the place of training, and a gate that needs all seeds.
 */
public final class SmallTrial {
  private static final String GATES =
      """
      arms:
        other: {recogniser: {recipe: {epochs: 2}}}
      gates:
        better: {kind: greater-than, metric: proxy-real.auc, other: proxy-real@other.auc,
          confidence: 0.95, because: an arm that is worse}
        floor: {kind: at-least, metric: proxy-real.auc, value: 0.5, because: chance}
        saved: {kind: saves-data, metric: proxy-real.auc, amount: 1, factor: 1.5, because: more,
          curve: [{amount: 1, metric: proxy-real@other.auc},
                  {amount: 4, metric: proxy-real.auc}]}
      claims:
        S-1: {states: The arm is worse., source: none, published: direction only,
          gates: [better, floor]}
      plots:
        arms: {kind: bars, title: Both arms, places: [AUC], y: AUC, from: 0.5,
          series: {tiny: [proxy-real.auc], other: [proxy-real@other.auc]}}
      choices: [The arm is our choice.]
      """;
  private static final Path TINY =
      Path.of(System.getProperty("facerepro.home", ""), "fixtures/experiments/tiny.yaml");

  private final Path folder;
  private final List<Long> seeds;
  private final Map<Long, UnaryOperator<SmallRun>> changes = new TreeMap<>();
  private final Map<Long, UnaryOperator<String>> specifications = new TreeMap<>();
  private TrialBaselines baselines = new TrialBaselines(TrialBaselines.SCHEMA, List.of(), null);

  private SmallTrial(Path folder, List<Long> seeds) {
    this.folder = folder;
    this.seeds = seeds;
  }

  /** Prepares a trial in a folder of its own. */
  public static SmallTrial in(Path folder) {
    return new SmallTrial(folder, List.of(1L, 2L, 3L));
  }

  /** Prepares a trial of some seeds. */
  public static SmallTrial in(Path folder, long... seeds) {
    return new SmallTrial(folder, Arrays.stream(seeds).boxed().toList());
  }

  /** Changes the run of a seed. */
  public SmallTrial with(long seed, UnaryOperator<SmallRun> change) {
    changes.merge(seed, change, (first, second) -> run -> second.apply(first.apply(run)));
    return this;
  }

  /** Changes all runs. */
  public SmallTrial withAll(UnaryOperator<SmallRun> change) {
    seeds.forEach(seed -> with(seed, change));
    return this;
  }

  /** Changes the specification of a seed. */
  public SmallTrial withSpecification(long seed, UnaryOperator<String> change) {
    specifications.put(seed, change);
    return this;
  }

  /** Sets what the trial is held against. */
  public SmallTrial heldAgainst(TrialBaselines known) {
    baselines = known;
    return this;
  }

  /** Packs the trial, and returns it. */
  public Trial pack(Path archive) throws IOException {
    List<CompletedRun> runs = new ArrayList<>();
    List<Path> archives = new ArrayList<>();
    List<ExperimentSpec> specs = new ArrayList<>();
    for (long seed : seeds) {
      Path own = Files.createDirectories(folder.resolve("run" + seed));
      SmallRun run = SmallRun.ofFile(own, specification(own, seed), seed);
      SmallRun changed = changes.getOrDefault(seed, same -> same).apply(run);
      archives.add(own.resolve("run.tar.gz"));
      runs.add(changed.pack(own.resolve("run.tar.gz")));
      specs.add(changed.spec());
    }
    Trial trial = Trials.of(specs.get(0), runs, Known.of(baselines));
    TrialArchive.write(archive, trial, baselines, "all seeds\n", archives);
    return trial;
  }

  /** Forges entries of a packed trial, manifests and description fit again. */
  public static void forge(Path archive, Consumer<SmallArchive> change) throws IOException {
    SmallArchive forged = SmallArchive.ofFile(archive);
    change.accept(forged);
    forged.verifyWithoutScores();
  }

  private Path specification(Path own, long seed) throws IOException {
    String tiny = Files.readString(TINY);
    String text = tiny.substring(0, tiny.indexOf("claims:")) + GATES;
    UnaryOperator<String> change = specifications.getOrDefault(seed, same -> same);
    return Files.writeString(own.resolve("tiny.yaml"), change.apply(text));
  }
}
