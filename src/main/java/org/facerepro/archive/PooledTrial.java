package org.facerepro.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.facerepro.core.AtomicFiles;
import org.facerepro.core.CorruptDataException;
import org.facerepro.core.FaceReproException;
import org.facerepro.core.InvalidValueException;
import org.facerepro.core.Require;
import org.facerepro.core.StorageException;
import org.facerepro.experiment.CompletedRun;
import org.facerepro.experiment.ExperimentSpec;
import org.facerepro.experiment.Scale;
import org.facerepro.experiment.trial.Known;
import org.facerepro.experiment.trial.Trial;
import org.facerepro.experiment.trial.TrialBaselines;
import org.facerepro.experiment.trial.Trials;

/**
 * A trial of runs that were made apart, such as on several machines, from their archives alone:
 * every number of theirs is computed again from the scores on the way.
 *
 * @param trial what they come to together
 * @param baselines what the trial was held against
 * @param runs their archives in the order of the seeds
 */
public record PooledTrial(Trial trial, TrialBaselines baselines, List<Path> runs) {

  public PooledTrial {
    runs = List.copyOf(runs);
  }

  /** A run that was computed again. */
  private record Member(Path file, CompletedRun run, Contents contents) {
    String scale() {
      return run.result().scale();
    }
  }

  /**
   * Takes runs together.
   *
   * @param files archives of single runs, in any order
   * @param known published rows and stored reference runs
   * @throws CorruptDataException if an archive is not sound, or a number in it does not follow from
   *     its scores
   * @throws InvalidValueException if they are not of one specification at one scale, or a seed is
   *     there twice
   */
  public static PooledTrial of(List<Path> files, Known known) {
    Require.that(!files.isEmpty(), "archives", "at least one", files);
    try {
      Path scratch = Files.createTempDirectory("facerepro-pool");
      try {
        return of(members(files, scratch), known);
      } finally {
        AtomicFiles.deleteTree(scratch);
      }
    } catch (IOException e) {
      throw new StorageException(
          "cannot unpack scores to a temporary folder (" + AtomicFiles.reason(e) + ")", e);
    }
  }

  private static Map<Long, Member> members(List<Path> files, Path scratch) throws IOException {
    Map<Long, Member> members = new TreeMap<>();
    for (Path file : files) {
      Member member = member(file, Files.createTempDirectory(scratch, "run"));
      Member other = members.put(member.run().result().seed(), member);
      if (other != null) {
        throw new InvalidValueException(
            "archives",
            "each seed once",
            "seed %d in %s and %s".formatted(member.run().result().seed(), other.file(), file));
      }
    }
    return members;
  }

  private static Member member(Path file, Path scratch) throws IOException {
    Contents contents = ArchiveReading.intact(file, scratch);
    if (contents.names().contains(TrialArchive.TRIAL)) {
      throw new InvalidValueException("archives", "those of single runs", "a trial in " + file);
    }
    List<String> problems = new ArrayList<>();
    Recomputation again =
        new Recomputation(
            contents,
            Files.createTempDirectory(scratch, "scores"),
            (entry, problem) -> problems.add(entry + " " + problem));
    CompletedRun run = made(file, again, problems);
    return new Member(file, run, contents);
  }

  /** What is foreign may be wrong in any way; the message names the file. */
  private static CompletedRun made(Path file, Recomputation again, List<String> problems)
      throws IOException {
    try {
      again.run();
    } catch (FaceReproException | IllegalArgumentException | IllegalStateException e) {
      throw new CorruptDataException("%s is not sound: %s".formatted(file, e.getMessage()), e);
    }
    return again
        .made()
        .filter(run -> problems.isEmpty())
        .orElseThrow(
            () -> new CorruptDataException("%s is not sound: %s".formatted(file, problems)));
  }

  private static PooledTrial of(Map<Long, Member> members, Known known) {
    List<Member> ordered = List.copyOf(members.values());
    Member first = ordered.get(0);
    ordered.forEach(each -> requireAlike(first, each));
    ExperimentSpec spec =
        ExperimentSpec.parse(
            first.contents().text(ResultArchive.SPEC), ResultArchive.SPEC, Scale.of(first.scale()));
    known.check(spec);
    List<CompletedRun> runs = ordered.stream().map(Member::run).toList();
    return new PooledTrial(
        Trials.of(spec, runs, known),
        known.of(spec, first.scale()),
        ordered.stream().map(Member::file).toList());
  }

  private static void requireAlike(Member first, Member other) {
    List<String> problems = new ArrayList<>();
    RunsCheck.alike(
        first.contents(),
        other.contents(),
        first.file() + ": ",
        other.file() + ": ",
        (entry, problem) -> problems.add(entry + " " + problem));
    if (!first.scale().equals(other.scale())) {
      problems.add("%s is of scale %s".formatted(other.file(), other.scale()));
    }
    Require.that(
        problems.isEmpty(), "archives", "runs of one specification by one program", problems);
  }
}
