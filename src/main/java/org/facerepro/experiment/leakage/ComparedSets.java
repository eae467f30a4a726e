package org.facerepro.experiment.leakage;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.facerepro.experiment.ExperimentSpec;
import org.facerepro.experiment.Stage;
import org.facerepro.train.Keep;
import org.jspecify.annotations.Nullable;

/**
 * Two sets of an experiment that should have nothing in common.
 *
 * @param use what the first is to the recogniser
 * @param first stage that yields the first set
 * @param second what the second set is called: a stage that measures, or the stage of held-out
 *     faces
 * @param faces stage that yields the second set; absent if a protocol brings its own pictures
 * @param protocol the protocol that reads the pictures of the second set from files
 */
record ComparedSets(
    LeakageReport.Use use,
    String first,
    String second,
    @Nullable String faces,
    @Nullable String protocol) {

  /** Returns all pairs of an experiment: first those of the tests, then those of held-out faces. */
  static List<ComparedSets> of(ExperimentSpec spec) {
    Set<ComparedSets> tests = new LinkedHashSet<>();
    Set<ComparedSets> heldOut = new LinkedHashSet<>();
    spec.stages()
        .forEach(
            (name, stage) -> {
              if (stage instanceof Stage.Measuring verify) {
                Stage.Embed embed = (Stage.Embed) spec.stage(verify.embeddings());
                List<Stage.Train> trainings = spec.trainings(embed.model());
                tests.addAll(tests(spec, name, embed, trainings));
                trainings.forEach(training -> heldOut.addAll(heldOut(training)));
              }
            });
    List<ComparedSets> all = new ArrayList<>(tests);
    all.addAll(heldOut);
    return all;
  }

  private static List<ComparedSets> tests(
      ExperimentSpec spec, String name, Stage.Embed embed, List<Stage.Train> trainings) {
    Set<String> learnt = new LinkedHashSet<>();
    trainings.forEach(training -> learnt.addAll(learntFrom(training)));
    Set<String> chose = devOf(trainings, ComparedSets::keepsTheBest);
    chose.removeAll(learnt);
    Set<String> watched = devOf(trainings, training -> true);
    watched.removeAll(learnt);
    watched.removeAll(chose);
    List<ComparedSets> pairs = new ArrayList<>();
    String files = filesOf(spec, embed);
    Set<String> normalised = new LinkedHashSet<>(spec.statistics(embed.model()));
    normalised.removeAll(learnt);
    learnt.forEach(set -> pairs.add(test(LeakageReport.Use.LEARNT, set, name, embed, files)));
    chose.forEach(set -> pairs.add(test(LeakageReport.Use.CHOSE, set, name, embed, files)));
    watched.forEach(set -> pairs.add(test(LeakageReport.Use.WATCHED, set, name, embed, files)));
    normalised.forEach(
        set -> pairs.add(test(LeakageReport.Use.NORMALISED, set, name, embed, files)));
    return pairs;
  }

  /** Returns the protocol that reads the pictures from files, its own or those of a stage. */
  private static @Nullable String filesOf(ExperimentSpec spec, Stage.Embed embed) {
    String faces = embed.faces();
    boolean files = faces == null || spec.stage(faces) instanceof Stage.MultiPie;
    return files ? embed.protocol() : null;
  }

  private static ComparedSets test(
      LeakageReport.Use use,
      String set,
      String name,
      Stage.Embed embed,
      @Nullable String protocol) {
    return new ComparedSets(use, set, name, embed.faces(), protocol);
  }

  private static List<ComparedSets> heldOut(Stage.Train training) {
    String dev = training.dev();
    return learntFrom(training).stream()
        .map(set -> new ComparedSets(LeakageReport.Use.HELD_OUT, set, dev, dev, null))
        .toList();
  }

  private static Set<String> learntFrom(Stage.Train training) {
    Set<String> sets = new LinkedHashSet<>();
    sets.add(training.faces());
    training.additions().forEach(addition -> sets.add(addition.faces()));
    return sets;
  }

  private static Set<String> devOf(List<Stage.Train> trainings, Predicate<Stage.Train> chosen) {
    Set<String> sets = new LinkedHashSet<>();
    trainings.stream().filter(chosen).forEach(training -> sets.add(training.dev()));
    return sets;
  }

  private static boolean keepsTheBest(Stage.Train training) {
    Keep keep = training.recipe().keep();
    return keep != null && keep.best();
  }
}
