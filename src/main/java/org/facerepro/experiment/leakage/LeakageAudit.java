package org.facerepro.experiment.leakage;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.facerepro.data.leak.SetOverlap;
import org.facerepro.experiment.ExperimentSpec;
import org.facerepro.experiment.Stage;
import org.jspecify.annotations.Nullable;

/**
 * Holds the leakage report of a finished run against its specification: it tells of every pair of
 * sets, of all their pictures and of the embeddings of real faces, and its findings follow from
 * what it counts.
 */
public final class LeakageAudit {
  private final ExperimentSpec spec;
  private final LeakageReport report;
  private final Map<String, Integer> pictures;
  private final List<String> problems = new ArrayList<>();

  private LeakageAudit(ExperimentSpec spec, LeakageReport report, Map<String, Integer> pictures) {
    this.spec = spec;
    this.report = report;
    this.pictures = pictures;
  }

  /**
   * Returns what is wrong with a report; nothing where all is well.
   *
   * @param spec at the scale of the run
   * @param pictures how many the sets have that stages generated or collected, by stage; sets that
   *     are left out are not counted
   */
  public static List<String> problems(
      ExperimentSpec spec, LeakageReport report, Map<String, Integer> pictures) {
    LeakageAudit audit = new LeakageAudit(spec, report, pictures);
    audit.run();
    return audit.problems;
  }

  private void run() {
    List<ComparedSets> expected = ComparedSets.of(spec);
    Set<ComparedSets> told = new HashSet<>();
    for (LeakageReport.Pair pair : report.pairs()) {
      String name = name(pair.training(), pair.test());
      Optional<ComparedSets> sets = meant(pair, expected);
      if (sets.isEmpty()) {
        problems.add("tells of " + name + ", which the specification does not hold together");
      } else if (!told.add(sets.get())) {
        problems.add("tells of " + name + " twice");
      } else {
        check(name, pair, sets.get());
      }
    }
    for (ComparedSets sets : expected) {
      String name = name(sets.first(), sets.second());
      if (!told.contains(sets) && isWanted(name, sets)) {
        problems.add("says nothing of " + name + " as '" + sets.use() + "'");
      }
    }
  }

  /** One set may be more than one thing to a recogniser; what decides comes first. */
  private static Optional<ComparedSets> meant(
      LeakageReport.Pair pair, List<ComparedSets> expected) {
    List<ComparedSets> same =
        expected.stream()
            .filter(sets -> sets.first().equals(pair.training()))
            .filter(sets -> sets.second().equals(pair.test()))
            .toList();
    return same.stream()
        .filter(sets -> sets.use() == pair.use())
        .findFirst()
        .or(() -> same.stream().findFirst());
  }

  private static String name(String first, String second) {
    return first + " / " + second;
  }

  private void check(String name, LeakageReport.Pair pair, ComparedSets sets) {
    if (pair.use() != null && pair.use() != sets.use()) {
      problems.add(
          "says '%s' of %s, which by the specification is '%s'"
              .formatted(pair.use(), name, sets.use()));
    }
    SetOverlap overlap = pair.overlap();
    LeakageReport.Finding finding =
        LeakageReport.Pair.found(sets.use(), overlap, pair.neighbours());
    if (pair.finding() != finding) {
      problems.add(
          "says '%s' of %s, what it counts is '%s'".formatted(pair.finding(), name, finding));
    }
    if (namesMoreThanItCounts(overlap)) {
      problems.add("names more examples of " + name + " than it counts");
    }
    requireAllPictures(name, sets.first(), overlap.firstImages());
    requireAllPictures(name, sets.protocol() == null ? sets.faces() : null, overlap.secondImages());
    requireEmbeddings(name, pair, sets);
  }

  private static boolean namesMoreThanItCounts(SetOverlap overlap) {
    return overlap.subjectExamples().size() > overlap.subjects()
        || overlap.sameExamples().size() > overlap.samePixels()
        || overlap.nearExamples().size() > overlap.nearPictures();
  }

  private void requireAllPictures(String name, @Nullable String stage, int compared) {
    if (stage == null || !(spec.stage(stage) instanceof Stage.Faces)) {
      return;
    }
    Integer there = pictures.get(stage);
    if (there != null && there != compared) {
      problems.add(
          "compares %d pictures of %s for %s, which has %d"
              .formatted(compared, stage, name, there));
    }
  }

  /** Earlier versions did not ask the recogniser where one side of a pair is generated. */
  private void requireEmbeddings(String name, LeakageReport.Pair pair, ComparedSets sets) {
    boolean people = CloseEmbeddings.isOfPeople(sets, spec);
    Neighbours asked = pair.neighbours();
    if (asked == null) {
      boolean photographed = sets.faces() == null;
      if (people && photographed && !isEarlier()) {
        problems.add("does not say how close embeddings of " + name + " come");
      }
      return;
    }
    int all = pair.overlap().firstImages();
    int least = people ? all : Math.min(all, CloseEmbeddings.MOST_GENERATED);
    if (asked.trainingPictures() < least) {
      problems.add(
          "compares embeddings of %d pictures of %s for %s, expected %d"
              .formatted(asked.trainingPictures(), sets.first(), name, least));
    }
    if (asked.examples().size() > asked.pairs()) {
      problems.add("names more close embeddings of " + name + " than it counts");
    }
  }

  /** Earlier versions told of what was learnt from alone, and did not say what a set is. */
  private boolean isEarlier() {
    return !report.pairs().isEmpty()
        && report.pairs().stream().allMatch(pair -> pair.use() == null);
  }

  private boolean isWanted(String name, ComparedSets sets) {
    boolean wanted = sets.use().decides() || !isEarlier();
    return wanted && report.notChecked().stream().noneMatch(each -> each.startsWith(name + ": "));
  }
}
