package org.facerepro.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.facerepro.archive.RunSource;
import org.facerepro.archive.StoredRun;
import org.facerepro.archive.StoredTrial;
import org.facerepro.archive.compare.RunComparison;
import org.facerepro.core.AtomicFiles;
import org.facerepro.core.EnumNames;
import org.facerepro.core.FaceReproException;
import org.facerepro.core.Json;
import org.facerepro.experiment.CompletedRun;
import org.facerepro.experiment.Environment;
import org.facerepro.experiment.ExperimentRunner;
import org.facerepro.experiment.ExperimentSpec;
import org.facerepro.experiment.Helpers;
import org.facerepro.experiment.RunResult;
import org.facerepro.experiment.Verdict;
import org.facerepro.experiment.Workspace;
import org.facerepro.experiment.leakage.LeakageCheck;
import org.facerepro.experiment.trial.Known;
import org.facerepro.experiment.trial.Trial;
import org.facerepro.experiment.trial.Trials;
import org.facerepro.report.PublishedRun;
import org.facerepro.report.PublishedTrial;
import org.facerepro.report.Publisher;
import org.facerepro.report.nightly.Alarm;
import org.facerepro.report.nightly.Alarm.Kind;
import org.facerepro.report.nightly.NightRun;
import org.facerepro.report.nightly.NightTrial;
import org.facerepro.report.nightly.Nights;
import org.facerepro.report.nightly.RunPair;
import org.facerepro.report.nightly.Watch;
import org.jspecify.annotations.Nullable;

/**
 * One experiment of a night: its runs, each held against the last archived one, and their trial.
 * What stops it is an alarm and does not stop the others.
 */
final class NightlyExperiment {
  /** What changed since the last run; beside a run's archive. */
  private static final String CHANGES = "changes.json";

  /**
   * What is the same for all experiments of a night.
   *
   * @param nights all nights
   * @param folder tonight's
   * @param workspace where things are
   * @param helpers who work for the same runs
   * @param environment machine and software
   * @param known published rows and reference runs
   * @param options what was asked for
   * @param jobs processes that share the work
   * @param imprint who stands for the archives
   * @param print where reports for people go
   */
  record Setting(
      Nights nights,
      Path folder,
      Workspace workspace,
      Helpers helpers,
      Environment environment,
      Known known,
      WorkspaceOptions options,
      int jobs,
      ImprintOptions imprint,
      Consumer<String> print) {}

  private final Setting setting;
  private final String name;
  private final ExperimentSpec spec;
  private final String scale;
  private final LeakageCheck leakage;
  private final List<CompletedRun> completed = new ArrayList<>();
  private final List<NightRun> runs = new ArrayList<>();
  private final List<NightTrial> trials = new ArrayList<>();
  private final List<RunPair> pairs = new ArrayList<>();
  private final List<Alarm> alarms = new ArrayList<>();
  private Verdict verdict = Verdict.PASS;

  NightlyExperiment(Setting setting, String name, ExperimentSpec spec) {
    this.setting = setting;
    this.name = name;
    this.spec = spec;
    this.scale = EnumNames.of(setting.options().scale());
    this.leakage = new LeakageCheck(setting.workspace());
  }

  /** Runs all seeds and judges them together. */
  NightlyExperiment run() {
    List<Long> seeds = List.copyOf(new LinkedHashSet<>(setting.options().seeds(spec)));
    seeds.forEach(this::run);
    alarms.addAll(Watch.alarms(pairs));
    if (completed.size() == seeds.size()) {
      guard(seeds, this::trial);
    }
    return this;
  }

  private void run(long seed) {
    String[] against = new String[1];
    boolean ended =
        guard(
            List.of(seed),
            () -> {
              try (Last last = last(seed)) {
                last.run().ifPresent(run -> against[0] = setting.nights().relative(run.file()));
                run(seed, last);
              }
            });
    if (!ended) {
      String error = alarms.get(alarms.size() - 1).evidence();
      runs.add(new NightRun(spec.id(), scale, seed, Verdict.FAIL, null, against[0], error));
    }
  }

  private void run(long seed, Last last) {
    Publisher publisher = new Publisher(setting.folder());
    ExperimentRunner runner =
        new ExperimentRunner(
            setting.workspace(), sets -> publisher.refuse(leakage.check(sets)), setting.helpers());
    CompletedRun run = runner.run(spec, setting.options().scale(), seed);
    PublishedRun published = publish(run);
    setting.print().accept(published.text());
    completed.add(run);
    verdict = Verdict.worst(List.of(verdict, run.result().verdict()));
    String archive = setting.nights().relative(published.archive());
    String against = last.run().map(StoredRun::file).map(setting.nights()::relative).orElse(null);
    runs.add(new NightRun(spec.id(), scale, seed, run.result().verdict(), archive, against, null));
    last.run().ifPresent(before -> pairs.add(compare(before, run.result(), published)));
  }

  private RunPair compare(StoredRun before, RunResult now, PublishedRun published) {
    try (StoredRun after = StoredRun.open(published.archive())) {
      RunComparison comparison = RunComparison.of(before, after);
      AtomicFiles.writeFile(published.folder().resolve(CHANGES), Json.pretty(comparison));
      String rerun = rerun(List.of(now.seed()));
      return new RunPair(before.result(), now, comparison, spec.gates().values(), rerun);
    }
  }

  private PublishedRun publish(CompletedRun run) {
    Workspace workspace = setting.workspace();
    RunSource source =
        new RunSource(
            Home.experiment(name),
            setting.environment(),
            workspace.protocols(),
            setting.imprint().of(run));
    return new Publisher(setting.folder())
        .publish(run, source, leakage.check(spec, run), rerun(List.of(run.result().seed())));
  }

  private void trial() {
    Trial trial = Trials.of(spec, completed, setting.known());
    PublishedTrial published =
        new Publisher(setting.folder())
            .publish(trial, setting.known().of(spec, scale), rerun(trial.seeds()));
    setting.print().accept(trial.isMoreThanItsRun() ? published.text() : "");
    verdict = Verdict.worst(List.of(verdict, trial.verdict()));
    alarms.addAll(Watch.alarms(trial, rerun(trial.seeds())));
    Path archive = published.archive();
    trials.add(
        new NightTrial(
            spec.id(),
            scale,
            trial.seeds(),
            trial.verdict(),
            archive == null ? null : setting.nights().relative(archive),
            archive == null ? null : against(trial)));
  }

  /** Holds a trial against the last archived one; returns the archive of that. */
  private @Nullable String against(Trial trial) {
    try (LastTrial last = lastTrial(trial.seeds())) {
      String rerun = rerun(trial.seeds());
      last.trial().ifPresent(before -> alarms.addAll(Watch.alarms(before.trial(), trial, rerun)));
      return last.trial().map(StoredTrial::file).map(setting.nights()::relative).orElse(null);
    }
  }

  /** The last archived trial, if there is one that can be trusted. */
  private record LastTrial(Optional<StoredTrial> trial) implements AutoCloseable {
    @Override
    public void close() {
      trial.ifPresent(StoredTrial::close);
    }
  }

  private LastTrial lastTrial(List<Long> seeds) {
    try {
      return new LastTrial(setting.nights().lastTrial(spec.id(), scale, seeds));
    } catch (FaceReproException e) {
      alarm(Kind.UNSOUND, seeds, "the last archive", "not sound", FailureText.of(e));
      return new LastTrial(Optional.empty());
    }
  }

  /** The last archived run, if there is one that can be trusted. */
  private record Last(Optional<StoredRun> run) implements AutoCloseable {
    @Override
    public void close() {
      run.ifPresent(StoredRun::close);
    }
  }

  /** An earlier run whose archive was altered is no evidence, and is not used. */
  private Last last(long seed) {
    try {
      return new Last(setting.nights().last(spec.id(), scale, seed));
    } catch (FaceReproException e) {
      alarm(Kind.UNSOUND, List.of(seed), "the last archive", "not sound", FailureText.of(e));
      return new Last(Optional.empty());
    }
  }

  /** Does work whose failure is an alarm, unless it was stopped; returns whether it ended well. */
  private boolean guard(List<Long> seeds, Runnable work) {
    try {
      work.run();
      return true;
    } catch (RuntimeException e) {
      if (Thread.currentThread().isInterrupted()) {
        throw e;
      }
      String error = (FailureText.isExpected(e) ? "" : "internal error: ") + FailureText.of(e);
      alarm(Kind.ERROR, seeds, "the run", "error", error);
      verdict = Verdict.FAIL;
      setting.print().accept("%n%s (%s): %s%n".formatted(spec.id(), scale, error));
      return false;
    }
  }

  private void alarm(Kind kind, List<Long> seeds, String about, String now, String evidence) {
    alarms.add(
        new Alarm(kind, spec.id(), scale, seeds, about, "archived", now, evidence, rerun(seeds)));
  }

  private String rerun(List<Long> seeds) {
    return setting.options().again(name, setting.jobs()).command(seeds);
  }

  List<NightRun> runs() {
    return List.copyOf(runs);
  }

  List<NightTrial> trials() {
    return List.copyOf(trials);
  }

  List<Alarm> alarms() {
    return List.copyOf(alarms);
  }

  Verdict verdict() {
    return verdict;
  }
}
