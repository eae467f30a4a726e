package org.facerepro.report.page;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.facerepro.archive.DataCard;
import org.facerepro.archive.StoredArchive;
import org.facerepro.archive.StoredRun;
import org.facerepro.archive.StoredTrial;
import org.facerepro.core.AtomicFiles;
import org.facerepro.core.CorruptDataException;
import org.facerepro.core.Sha256;
import org.facerepro.core.StorageException;
import org.facerepro.experiment.ClaimOutcome;
import org.facerepro.experiment.Environment;
import org.facerepro.experiment.ExperimentSpec;
import org.facerepro.experiment.GateOutcome;
import org.facerepro.experiment.PublishedBaseline;
import org.facerepro.experiment.RunResult;
import org.facerepro.experiment.StageMetric;
import org.facerepro.experiment.trial.Trial;
import org.facerepro.metric.Interval;
import org.facerepro.metric.MetricEntry;
import org.facerepro.metric.MetricPath;
import org.facerepro.metric.MetricReport;
import org.jspecify.annotations.Nullable;

/** What one archive says: one run, or all runs of a trial. */
final class Evidence {
  private final String archive;
  private final String sha256;
  private final ExperimentSpec spec;
  private final List<RunResult> runs;
  private final @Nullable Trial trial;
  private final Map<String, PublishedBaseline> published = new LinkedHashMap<>();
  private final Map<String, DataCard> cards;
  private final @Nullable Environment environment;

  private Evidence(
      String archive, String sha256, List<StoredRun> stored, @Nullable StoredTrial whole) {
    StoredRun first = stored.get(0);
    this.archive = archive;
    this.sha256 = sha256;
    this.spec =
        first
            .specification()
            .orElseThrow(() -> new CorruptDataException(archive + " is no archive of a result"));
    this.runs = stored.stream().map(StoredRun::result).toList();
    this.trial = whole == null ? null : whole.trial();
    if (whole != null) {
      whole.baselines().published().forEach(row -> published.put(row.id(), row));
    }
    this.cards = first.data();
    this.environment = first.environment().orElse(null);
  }

  /**
   * Reads an archive.
   *
   * @param name what the page calls it
   * @throws CorruptDataException if anything in it was altered
   */
  static Evidence of(Path file, String name) {
    try (StoredArchive stored = StoredArchive.open(file)) {
      String hash = Sha256.ofFile(file).hex();
      return stored instanceof StoredTrial trial
          ? new Evidence(name, hash, trial.runs(), trial)
          : new Evidence(name, hash, List.of((StoredRun) stored), null);
    } catch (IOException e) {
      throw new StorageException("cannot read " + file + " (" + AtomicFiles.reason(e) + ")", e);
    }
  }

  String archive() {
    return archive;
  }

  String sha256() {
    return sha256;
  }

  ExperimentSpec spec() {
    return spec;
  }

  /** Returns the result of the first seed. */
  RunResult first() {
    return runs.get(0);
  }

  String scale() {
    return first().scale();
  }

  String seeds() {
    return runs.stream().map(run -> Long.toString(run.seed())).collect(Collectors.joining(","));
  }

  String verdict() {
    return (trial == null ? first().verdict() : trial.verdict()).toString();
  }

  Map<String, DataCard> cards() {
    return cards;
  }

  Optional<Environment> environment() {
    return Optional.ofNullable(environment);
  }

  /** Returns the gate of a trial by name; nothing of a single run. */
  Optional<Trial.TrialGate> gate(String name) {
    return Optional.ofNullable(trial)
        .flatMap(all -> all.gates().stream().filter(g -> g.gate().equals(name)).findFirst());
  }

  /** Returns all decided gates in their order. */
  List<GateOutcome> gates() {
    Trial all = trial;
    return all == null ? first().gates() : all.gates().stream().map(Evidence::outcome).toList();
  }

  private static GateOutcome outcome(Trial.TrialGate gate) {
    return new GateOutcome(
        gate.gate(), gate.stages(), gate.claim(), gate.verdict(), gate.evidence(), gate.because());
  }

  /** Returns the decided claim of a name; nothing if several seeds are needed for it. */
  Optional<ClaimOutcome> claim(String name) {
    List<ClaimOutcome> claims = trial == null ? first().claims() : trial.claims();
    return claims == null
        ? Optional.empty()
        : claims.stream().filter(claim -> claim.claim().equals(name)).findFirst();
  }

  /** Returns a published row that a gate or claim names, if the archive holds it. */
  Optional<PublishedBaseline> published(String row) {
    return Optional.ofNullable(published.get(row));
  }

  /** Returns the reports in order, by name; those of the first seed stand for all. */
  Map<String, MetricReport> reports() {
    return first().reports();
  }

  /** Returns a number: of the run, or over the runs that have it. */
  Optional<Measured> number(StageMetric metric) {
    Trial all = trial;
    if (all != null) {
      Optional<Trial.TrialMetric> stated = all.metric(metric.toString());
      if (stated.isPresent()) {
        return stated.map(Evidence::measured);
      }
    }
    double[] values = runs.stream().flatMapToDouble(run -> value(run, metric).stream()).toArray();
    if (values.length == 0) {
      return Optional.empty();
    }
    Interval interval = runs.size() == 1 ? interval(metric) : null;
    return Optional.of(
        new Measured(DoubleStream.of(values).average().orElseThrow(), interval, values.length));
  }

  private static Measured measured(Trial.TrialMetric metric) {
    Interval interval = metric.overSubjects() == null ? metric.interval() : metric.overSubjects();
    return new Measured(metric.mean(), interval, metric.values().size());
  }

  private static OptionalDouble value(RunResult run, StageMetric metric) {
    MetricReport report = run.reports().get(report(metric));
    return report == null ? OptionalDouble.empty() : report.value(metric.path());
  }

  private @Nullable Interval interval(StageMetric metric) {
    MetricReport report = reports().get(report(metric));
    MetricPath path = metric.path();
    if (report == null || path.part() != MetricPath.Part.VALUE) {
      return null;
    }
    return report.entry(path.convention(), path.metric()).map(MetricEntry::interval).orElse(null);
  }

  /** Returns the name of the report that holds a metric. */
  private static String report(StageMetric metric) {
    String whole = metric.toString();
    return whole.substring(0, whole.length() - metric.path().text().length() - 1);
  }
}
