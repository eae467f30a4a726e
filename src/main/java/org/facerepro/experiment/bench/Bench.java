package org.facerepro.experiment.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.facerepro.core.NearNames;
import org.facerepro.core.Progress;
import org.facerepro.core.Require;
import org.facerepro.core.SpecException;
import org.facerepro.face.model.ModelFiles;
import org.facerepro.face.model.MorphableModel;

/**
 * Runs cases: data are generated untimed, then come the warm-up runs, then the timed ones. Every
 * run must give the same result.
 *
 * @param runs timed runs of each case
 * @param scale share of the full size
 */
public record Bench(int runs, double scale) {
  private static final List<BenchCase> CASES =
      List.of(
          new IjbOneToOneCase(),
          new IjbOneToManyCase(),
          new PairFileCase(),
          new RbWebFaceCase(),
          new LfwTenfoldCase(),
          new ManyScoresCase(),
          new BootstrapCase(),
          new BuiltInPicturesCase(112, 1),
          new BuiltInPicturesCase(112, 2),
          new BuiltInPicturesCase(224, 1),
          new BuiltInPicturesCase(224, 2),
          TrainingCase.irMini(),
          TrainingCase.iresnet50(),
          TrainingCase.irMini().inBfloat16(),
          TrainingCase.iresnet50().inBfloat16(),
          TrainingCase.steady());

  public Bench {
    Require.between("runs", runs, 1, 1000);
    Require.that(scale > 0 && scale <= 1, "scale", "greater than 0 and at most 1", scale);
  }

  /** Returns the names of a target's cases. */
  public static List<String> names(BenchTarget target) {
    return CASES.stream().filter(c -> c.target() == target).map(BenchCase::id).toList();
  }

  /**
   * Runs cases of a target.
   *
   * @param chosen names of cases, none for all
   * @throws SpecException if a name is none of {@link #names}
   */
  public BenchReport run(BenchTarget target, List<String> chosen, Progress progress) {
    List<BenchCase> own = CASES.stream().filter(c -> c.target() == target).toList();
    return run(own, chosen, progress);
  }

  /**
   * Measures pictures of a morphable model, PNG and all; reading the model is not timed.
   *
   * @param file a model that {@link ModelFiles} reads
   * @param sizes sides of the square pictures, pixels
   * @param threads workers
   */
  public BenchReport runModel(Path file, List<Integer> sizes, int threads, Progress progress) {
    Require.between("threads", threads, 1, 1024);
    MorphableModel model = ModelFiles.read(file);
    List<BenchCase> cases = new ArrayList<>();
    sizes.forEach(size -> cases.add(new ModelPicturesCase(model, size, threads)));
    return run(cases, progress);
  }

  /**
   * Runs given cases.
   *
   * @param chosen names of cases, none for all
   * @throws SpecException if a name is none of theirs
   */
  public BenchReport run(List<BenchCase> cases, List<String> chosen, Progress progress) {
    return run(select(cases, chosen), progress);
  }

  private BenchReport run(List<BenchCase> cases, Progress progress) {
    List<BenchResult> results = new ArrayList<>();
    for (BenchCase one : cases) {
      results.add(run(one, progress));
    }
    return new BenchReport(BenchReport.SCHEMA, BenchHost.capture(), results);
  }

  private static List<BenchCase> select(List<BenchCase> cases, List<String> chosen) {
    List<String> known = cases.stream().map(BenchCase::id).toList();
    for (String name : chosen) {
      if (!known.contains(name)) {
        throw new SpecException(
            "case '%s' is unknown%s; there are: %s"
                .formatted(name, NearNames.hint(name, known), String.join(", ", known)));
      }
    }
    return cases.stream().filter(c -> chosen.isEmpty() || chosen.contains(c.id())).toList();
  }

  BenchResult run(BenchCase one, Progress progress) {
    try (Progress.Task task = progress.start(one.id(), (long) one.warmUps() + runs, "runs");
        BenchCase.Prepared prepared = one.prepare(scale)) {
      PeakMemory.reset();
      Timed first = Timed.of(prepared);
      task.advance(1);
      for (int w = 1; w < one.warmUps(); w++) {
        Timed.of(prepared).mustEqual(first, one);
        task.advance(1);
      }
      List<Timed> timed = new ArrayList<>();
      for (int r = 0; r < runs; r++) {
        timed.add(Timed.of(prepared).mustEqual(first, one));
        task.advance(1);
      }
      return result(one, prepared, first, timed);
    }
  }

  private BenchResult result(
      BenchCase one, BenchCase.Prepared prepared, Timed first, List<Timed> timed) {
    double[] seconds = timed.stream().mapToDouble(Timed::seconds).sorted().toArray();
    SortedMap<String, Double> stages = new TreeMap<>();
    for (String stage : first.stages().keySet()) {
      stages.put(
          stage,
          median(timed.stream().mapToDouble(t -> t.stages().getOrDefault(stage, 0.0)).toArray()));
    }
    return new BenchResult(
        one.id(),
        runs,
        median(seconds),
        seconds[0],
        seconds[seconds.length - 1],
        prepared.images() > 0 ? prepared.images() / median(seconds) : null,
        PeakMemory.bytes(),
        stages,
        prepared.figures().isEmpty() ? null : new TreeMap<>(prepared.figures()),
        one.warmUps(),
        first.seconds(),
        scale == 1 && one.limit().isPresent() ? one.limit().getAsDouble() : null,
        prepared.input());
  }

  static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  /** One run. */
  private record Timed(double seconds, Map<String, Double> stages, Object result) {

    static Timed of(BenchCase.Prepared prepared) {
      Stages stages = new Stages();
      long start = System.nanoTime();
      Object result = prepared.run(stages);
      return new Timed((System.nanoTime() - start) * 1e-9, stages.seconds(), result);
    }

    Timed mustEqual(Timed first, BenchCase of) {
      if (!result.equals(first.result)) {
        throw new IllegalStateException(
            "case %s gave %s, then %s".formatted(of.id(), first.result, result));
      }
      return this;
    }
  }
}
