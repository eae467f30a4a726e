package org.facerepro.archive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import org.facerepro.core.CorruptDataException;
import org.facerepro.core.FaceReproException;
import org.facerepro.core.Json;
import org.facerepro.experiment.CompletedRun;
import org.facerepro.experiment.ExperimentSpec;
import org.facerepro.experiment.Scale;
import org.facerepro.experiment.Verdict;
import org.facerepro.experiment.trial.Known;
import org.facerepro.experiment.trial.Trial;
import org.facerepro.experiment.trial.TrialBaselines;
import org.facerepro.experiment.trial.Trials;
import org.jspecify.annotations.Nullable;

/**
 * Holds the archive of a trial against itself: every run as {@link Recomputation} does, the runs
 * against each other, and the trial against what follows from them.
 *
 * <p>Without scores, what rests on resampled subjects cannot be made again and is left out:
 * intervals over subjects, and the gates that compare metrics.
 */
final class TrialCheck {
  private static final String RECOMPUTATION = "recomputation";
  private static final Set<String> OWN =
      Set.of(
          Manifest.FILE,
          RoCrate.FILE,
          TrialArchive.TRIAL,
          TrialArchive.TEXT,
          TrialArchive.BASELINES);

  private final Contents contents;
  private final @Nullable Path scratch;
  private final BiConsumer<String, String> report;
  private final List<CompletedRun> runs = new ArrayList<>();
  private int numbers;

  /** Takes up an archive; see {@link Recomputation}. */
  TrialCheck(Contents contents, @Nullable Path scratch, BiConsumer<String, String> report) {
    this.contents = contents;
    this.scratch = scratch;
    this.report = report;
  }

  /**
   * Returns how many numbers were computed again.
   *
   * @throws CorruptDataException if an entry of the trial is not what its name says
   */
  int run() throws IOException {
    Trial stored = contents.read(TrialArchive.TRIAL, Trial.class);
    CrateCheck.check(
        contents.object(RoCrate.FILE),
        contents.read(Manifest.FILE, Manifest.class),
        problem -> report.accept(RoCrate.FILE, problem));
    if (folders(stored)) {
      for (long seed : stored.seeds()) {
        run(seed);
      }
      RunsCheck.check(contents, stored, report);
      if (runs.size() == stored.seeds().size()) {
        trial(stored);
      }
    }
    return numbers;
  }

  /** Returns whether there is a folder for each seed and nothing else. */
  private boolean folders(Trial stored) {
    Set<String> expected = new HashSet<>();
    stored.seeds().forEach(seed -> expected.add(TrialArchive.folder(seed)));
    boolean sound = true;
    if (expected.size() != stored.seeds().size() || expected.isEmpty()) {
      problem("/seeds are %s: expected one or more, each once".formatted(stored.seeds()));
      sound = false;
    }
    Set<String> found = new HashSet<>();
    for (String entry : contents.names()) {
      String folder = entry.substring(0, TrialArchive.endOfFolder(entry));
      if (!folder.isEmpty()) {
        found.add(folder);
      }
      if (!OWN.contains(entry) && !expected.contains(folder)) {
        report.accept(entry, "belongs to no seed of the trial");
        sound = false;
      }
    }
    for (String folder : expected) {
      if (!found.contains(folder)) {
        report.accept(folder, "is missing, though the trial has that seed");
        sound = false;
      }
    }
    return sound;
  }

  /** Checks one run; what is wrong with it hides nothing of the others. */
  private void run(long seed) throws IOException {
    String folder = TrialArchive.folder(seed);
    Contents run = contents.below(folder);
    BiConsumer<String, String> own = (entry, problem) -> report.accept(folder + entry, problem);
    Path unpacked = scratch == null ? null : scratch.resolve("run-" + runs.size());
    try {
      RunsCheck.manifest(run, own);
      Recomputation recomputation = new Recomputation(run, unpacked, own);
      numbers += recomputation.run();
      recomputation.made().ifPresent(runs::add);
    } catch (FaceReproException | IllegalArgumentException | IllegalStateException e) {
      own.accept(RECOMPUTATION, String.valueOf(e.getMessage()));
    }
  }

  private void trial(Trial stored) {
    String entry = TrialArchive.folder(stored.seeds().get(0)) + ResultArchive.SPEC;
    Scale scale = Scale.of(runs.get(0).result().scale());
    ExperimentSpec spec = ExperimentSpec.parse(contents.text(entry), entry, scale);
    Known known = Known.of(contents.read(TrialArchive.BASELINES, TrialBaselines.class));
    known.check(spec);
    JsonNode tree = contents.object(TrialArchive.TRIAL);
    if (scratch == null) {
      Trial fresh = Trials.withoutScores(spec, runs, known);
      compare(withoutSubjects(tree, fresh), withoutSubjects(Json.tree(fresh), fresh));
      worst(spec, stored);
    } else {
      compare(tree, Trials.of(spec, runs, known));
    }
  }

  private void compare(JsonNode stored, Object fresh) {
    numbers += TreeComparison.compare(stored, fresh, this::problem);
  }

  /** Returns a trial without the members that rest on resampled subjects. */
  private static JsonNode withoutSubjects(JsonNode trial, Trial fresh) {
    ObjectNode rest = trial.deepCopy();
    rest.remove("verdict");
    rest.path("metrics").forEach(metric -> without(metric, "overSubjects"));
    for (int i = 0; i < fresh.gates().size(); i++) {
      Trial.TrialGate gate = fresh.gates().get(i);
      if (!gate.comparisons().isEmpty() || gate.saved() != null) {
        without(rest.path("gates").path(i), "verdict", "evidence", "comparisons", "saved");
      }
    }
    rest.path("claims").forEach(claim -> without(claim, "verdict"));
    return rest;
  }

  private static void without(JsonNode object, String... members) {
    if (object instanceof ObjectNode node) {
      node.remove(List.of(members));
    }
  }

  private void worst(ExperimentSpec spec, Trial stored) {
    List<Verdict> verdicts = new ArrayList<>();
    stored.gates().forEach(gate -> verdicts.add(gate.verdict()));
    runs.forEach(run -> verdicts.add(run.result().verdict()));
    Verdict worst = Verdict.worst(verdicts);
    if (worst != stored.verdict()) {
      problem(
          "/verdict is %s, the worst of all gates and runs %s".formatted(stored.verdict(), worst));
    }
    if (!Objects.equals(stored.claims(), Trials.claims(spec, stored.gates()))) {
      problem("/claims are not what follows from the gates");
    }
  }

  private void problem(String text) {
    report.accept(TrialArchive.TRIAL, text);
  }
}
