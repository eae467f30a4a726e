package org.facerepro.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.facerepro.archive.ArchiveVerification;
import org.facerepro.archive.ArchiveVerifier;
import org.facerepro.archive.Imprint;
import org.facerepro.archive.RunSource;
import org.facerepro.core.EnumNames;
import org.facerepro.core.FaceReproException;
import org.facerepro.experiment.CompletedRun;
import org.facerepro.experiment.Environment;
import org.facerepro.experiment.ExperimentRunner;
import org.facerepro.experiment.ExperimentSpec;
import org.facerepro.experiment.Verdict;
import org.facerepro.experiment.Workspace;
import org.facerepro.experiment.leakage.LeakageCheck;
import org.facerepro.experiment.leakage.LeakageReport;
import org.facerepro.report.PublishedRun;
import org.facerepro.report.Publisher;
import org.facerepro.report.nightly.Alarm;
import org.facerepro.report.nightly.Alarm.Kind;
import org.facerepro.report.nightly.NightRun;
import org.facerepro.report.nightly.NightWork;
import org.facerepro.report.nightly.Nights;
import org.facerepro.report.nightly.RunPair;
import org.facerepro.report.nightly.Watch;
import org.jspecify.annotations.Nullable;

/**
 * The runs of one night, each held against the last archived one. What stops one run is an alarm
 * and does not stop the others.
 */
final class NightlyRuns {
  private final Nights nights;
  private final NightWork night;
  private final Workspace workspace;
  private final WorkspaceOptions options;
  private final List<NightRun> runs = new ArrayList<>();
  private final List<RunPair> pairs = new ArrayList<>();
  private final List<Alarm> alarms = new ArrayList<>();

  NightlyRuns(Nights nights, NightWork night, Workspace workspace, WorkspaceOptions options) {
    this.nights = nights;
    this.night = night;
    this.workspace = workspace;
    this.options = options;
  }

  /** Runs an experiment with one seed and returns its report for people. */
  String run(String name, ExperimentSpec spec, long seed) {
    String scale = EnumNames.of(options.scale());
    String rerun = rerun(name, seed);
    Optional<Nights.Earlier> last = Optional.empty();
    try {
      last = last(spec, scale, seed, rerun);
      CompletedRun run = new ExperimentRunner(workspace).run(spec, options.scale(), seed);
      PublishedRun published = publish(name, run);
      last.ifPresent(earlier -> pairs.add(new RunPair(earlier.result(), run.result(), rerun)));
      Verdict verdict = run.result().verdict();
      String archive = nights.relative(published.archive());
      runs.add(new NightRun(spec.id(), scale, seed, verdict, archive, against(last), null));
      return published.text();
    } catch (RuntimeException e) {
      return failed(
          new NightRun(spec.id(), scale, seed, Verdict.FAIL, null, against(last), text(e)), rerun);
    }
  }

  private String failed(NightRun run, String rerun) {
    String error = String.valueOf(run.error());
    runs.add(run);
    alarm(Kind.ERROR, run.experiment(), run.scale(), run.seed(), error, rerun);
    return "%n%s (%s, seed %d): %s%n".formatted(run.experiment(), run.scale(), run.seed(), error);
  }

  private static String text(RuntimeException failure) {
    return (FailureText.isExpected(failure) ? "" : "internal error: ") + FailureText.of(failure);
  }

  /** An earlier run whose archive does not prove itself is no evidence, and is not used. */
  private Optional<Nights.Earlier> last(
      ExperimentSpec spec, String scale, long seed, String rerun) {
    try {
      Optional<Nights.Earlier> last = nights.last(spec.id(), scale, seed);
      if (last.isPresent()) {
        ArchiveVerification check = ArchiveVerifier.verify(last.get().archive());
        if (!check.sound()) {
          String problem = last.get().archive() + ": " + check.findings().get(0).problem();
          alarm(Kind.UNSOUND, spec.id(), scale, seed, problem, rerun);
          return Optional.empty();
        }
      }
      return last;
    } catch (FaceReproException e) {
      alarm(Kind.UNSOUND, spec.id(), scale, seed, FailureText.of(e), rerun);
      return Optional.empty();
    }
  }

  private void alarm(
      Kind kind, String experiment, String scale, long seed, String evidence, String rerun) {
    String about = kind == Kind.ERROR ? "the run" : "the last archive";
    String now = kind == Kind.ERROR ? "error" : "not sound";
    alarms.add(
        new Alarm(kind, experiment, scale, List.of(seed), about, "archived", now, evidence, rerun));
  }

  private PublishedRun publish(String name, CompletedRun run) {
    Environment environment = Environment.capture(workspace.home(), workspace.compute());
    RunSource source =
        new RunSource(
            Home.experiment(name), environment, workspace.protocols(), Imprint.unnamed(run));
    LeakageReport leakage = new LeakageCheck(workspace).check(options.experiment(name), run);
    return new Publisher(night.folder()).publish(run, source, leakage);
  }

  private @Nullable String against(Optional<Nights.Earlier> last) {
    return last.map(earlier -> nights.relative(earlier.archive())).orElse(null);
  }

  private String rerun(String name, long seed) {
    Path data = options.dataRoot();
    return "./facerepro run %s --scale %s --seeds %d%s"
        .formatted(
            name, EnumNames.of(options.scale()), seed, data == null ? "" : " --data " + data);
  }

  List<NightRun> runs() {
    return List.copyOf(runs);
  }

  /** Returns the alarms of single runs, then those that only all together show. */
  List<Alarm> alarms() {
    List<Alarm> all = new ArrayList<>(alarms);
    all.addAll(Watch.alarms(pairs));
    return all;
  }
}
