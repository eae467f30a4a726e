package org.facerepro.archive;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.facerepro.experiment.Environment;
import org.facerepro.experiment.trial.Trial;

/** Holds the runs of a trial against each other: one specification, one program, other seeds. */
final class RunsCheck {
  private final Contents contents;
  private final BiConsumer<String, String> report;

  private RunsCheck(Contents contents, BiConsumer<String, String> report) {
    this.contents = contents;
    this.report = report;
  }

  /** Reports what keeps the runs of a trial from being taken together. */
  static void check(Contents contents, Trial trial, BiConsumer<String, String> report) {
    RunsCheck check = new RunsCheck(contents, report);
    long first = trial.seeds().get(0);
    trial.seeds().stream().skip(1).forEach(seed -> check.pair(first, seed));
    trial.seeds().forEach(seed -> check.place(trial, seed));
  }

  private void place(Trial trial, long seed) {
    String entry = TrialArchive.folder(seed) + ResultArchive.RESULT;
    if (contents.holds(entry)) {
      JsonNode result = contents.object(entry);
      equal(entry, "seed", result, Long.toString(seed));
      equal(entry, "scale", result, trial.scale());
    }
  }

  private void equal(String entry, String member, JsonNode result, String expected) {
    String stated = result.path(member).asText();
    if (!stated.equals(expected)) {
      report.accept(entry, "/%s is %s, in this trial it is %s".formatted(member, stated, expected));
    }
  }

  private void pair(long first, long other) {
    String one = TrialArchive.folder(first);
    String two = TrialArchive.folder(other);
    alike(contents.below(one), contents.below(two), one, two, report);
  }

  /**
   * Reports what keeps two runs from being taken together.
   *
   * @param one what the first is called, and with which its entries begin
   * @param two the same of the second
   */
  static void alike(
      Contents a, Contents b, String one, String two, BiConsumer<String, String> report) {
    String spec = ResultArchive.SPEC;
    boolean both = a.names().contains(spec) && b.names().contains(spec);
    if (both && !a.sha256(spec).equals(b.sha256(spec))) {
      report.accept(two + spec, "is another specification than that of " + one);
    }
    if (a.holds(ResultArchive.ENVIRONMENT) && b.holds(ResultArchive.ENVIRONMENT)) {
      program(a, b, one, two, report);
    }
    if (a.holds(ResolvedPlan.FILE) && b.holds(ResolvedPlan.FILE)) {
      code(a, b, one, two, report);
    }
  }

  private static void program(
      Contents a, Contents b, String one, String two, BiConsumer<String, String> report) {
    String first = program(a);
    String second = program(b);
    if (!first.equals(second)) {
      report.accept(
          two + ResultArchive.ENVIRONMENT,
          "is of FaceRepro %s, that of %s of %s".formatted(second, one, first));
    }
  }

  private static String program(Contents run) {
    Environment environment = run.read(ResultArchive.ENVIRONMENT, Environment.class);
    return environment.facerepro() + " " + environment.revision();
  }

  private static void code(
      Contents a, Contents b, String one, String two, BiConsumer<String, String> report) {
    Map<String, String> first = codeVersions(a);
    Map<String, String> second = codeVersions(b);
    second.forEach(
        (stage, version) -> {
          if (!version.equals(first.getOrDefault(stage, version))) {
            report.accept(
                two + ResolvedPlan.FILE,
                "stage %s was done by another version of the program than in %s"
                    .formatted(stage, one));
          }
        });
  }

  private static Map<String, String> codeVersions(Contents run) {
    Map<String, String> versions = new TreeMap<>();
    for (ResolvedPlan.Step step : run.read(ResolvedPlan.FILE, ResolvedPlan.class).stages()) {
      if (step.work() != null) {
        versions.put(step.name(), step.work().codeVersion());
      }
    }
    return versions;
  }

  /** Holds the manifest that a run brought with it against its entries. */
  static void manifest(Contents run, BiConsumer<String, String> report) {
    Map<String, Manifest.Entry> listed = run.read(Manifest.FILE, Manifest.class).entries();
    Set<String> names = new TreeSet<>(run.names());
    names.remove(Manifest.FILE);
    listed.forEach(
        (name, entry) -> {
          if (!names.remove(name)) {
            report.accept(name, "is missing, though the manifest of its run has it");
          } else if (!run.sha256(name).equals(entry.sha256())) {
            report.accept(name, "is not what the manifest of its run says");
          }
        });
    names.forEach(name -> report.accept(name, "is not in the manifest of its run"));
  }
}
