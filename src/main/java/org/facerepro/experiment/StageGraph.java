package org.facerepro.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.facerepro.core.EnumNames;
import org.facerepro.core.InvalidValueException;
import org.facerepro.core.NearNames;
import org.facerepro.core.Require;
import org.facerepro.train.TrainSpec;

/**
 * The stages of an experiment in an order in which each comes after those it reads from.
 *
 * @param order stage names
 */
public record StageGraph(List<String> order) {
  private static final String KEY = "stages";

  public StageGraph {
    order = List.copyOf(order);
  }

  /**
   * Orders stages and checks that they and the gates fit together.
   *
   * @throws InvalidValueException on a reference to nothing or to another kind, a stage that
   *     nothing uses or that reads from itself, or a gate on a metric that is not measured
   */
  static StageGraph of(Map<String, Stage> stages, Map<String, Gate> gates) {
    stages.forEach((name, stage) -> checkInputs(name, stage, stages));
    Set<String> order = new LinkedHashSet<>();
    stages.keySet().forEach(name -> visit(name, stages, order, new LinkedHashSet<>()));
    gates.forEach((name, gate) -> checkGate(name, gate, stages));
    stages.forEach((name, stage) -> checkAlike(name, stage, stages));
    checkUsed(stages);
    return new StageGraph(new ArrayList<>(order));
  }

  private static void checkInputs(String name, Stage stage, Map<String, Stage> stages) {
    stage.inputs().forEach((role, input) -> checkInput(name, role, input, stages));
  }

  /** Near names are looked for only where one is wrong: among many stages that takes its time. */
  private static void checkInput(
      String name, String role, Stage.Input input, Map<String, Stage> stages) {
    String key = KEY + "/" + name + "/" + role;
    Stage found = stages.get(input.stage());
    if (found == null) {
      throw new InvalidValueException(
          key,
          "the name of a stage" + NearNames.hint(input.stage(), stages.keySet()),
          "'" + input.stage() + "'");
    }
    Require.that(
        input.kind().isInstance(found),
        key,
        "a stage of kind " + kinds(input.kind()),
        "'" + input.stage() + "'");
  }

  private static String kinds(Class<?> kind) {
    return kind.isSealed()
        ? Arrays.stream(kind.getPermittedSubclasses())
            .map(EnumNames::ofType)
            .collect(Collectors.joining(" or "))
        : EnumNames.ofType(kind);
  }

  /** Networks side by side take the same crops, and their features are of one length. */
  private static void checkAlike(String name, Stage stage, Map<String, Stage> stages) {
    if (!(stage instanceof Stage.Ensemble ensemble)) {
      return;
    }
    String first = ensemble.members().get(0);
    TrainSpec expected = recipe(first, stages);
    for (String member : ensemble.members()) {
      TrainSpec recipe = recipe(member, stages);
      Require.that(
          recipe.network().equals(expected.network())
              && recipe.cropping().equals(expected.cropping()),
          KEY + "/" + name + "/members",
          "networks of one shape and crop, as that of '" + first + "'",
          "'" + member + "'");
    }
  }

  /** The inputs were checked, so it is a training. */
  private static TrainSpec recipe(String name, Map<String, Stage> stages) {
    if (stages.get(name) instanceof Renormalise renormalised) {
      return recipe(renormalised.model(), stages);
    }
    if (stages.get(name) instanceof Stage.Train train) {
      return train.recipe();
    }
    throw new IllegalStateException("'" + name + "' is no training: not checked");
  }

  private static void visit(
      String name, Map<String, Stage> stages, Set<String> order, Set<String> open) {
    Stage stage = stages.get(name);
    if (stage == null || order.contains(name)) {
      return;
    }
    if (!open.add(name)) {
      String circle = String.join(" reads ", open) + " reads " + name;
      throw new InvalidValueException(
          KEY + "/" + name, "a stage that does not read from itself", circle);
    }
    stage.inputs().values().forEach(input -> visit(input.stage(), stages, order, open));
    open.remove(name);
    order.add(name);
  }

  private static void checkUsed(Map<String, Stage> stages) {
    Set<String> unused = new LinkedHashSet<>(stages.keySet());
    stages.values().forEach(s -> s.inputs().values().forEach(in -> unused.remove(in.stage())));
    unused.removeIf(name -> stages.get(name) instanceof Stage.Measuring);
    for (String name : unused) {
      throw new InvalidValueException(KEY + "/" + name, "a stage that another one uses", "unused");
    }
  }

  private static List<String> measuring(Map<String, Stage> stages) {
    return stages.keySet().stream()
        .filter(name -> stages.get(name) instanceof Stage.Measuring)
        .toList();
  }

  private static void checkGate(String name, Gate gate, Map<String, Stage> stages) {
    checkMetrics("gates/" + name + "/metric", gate.metrics(), stages);
  }

  /** Requires metrics that stages measure. */
  static void checkMetrics(String key, List<StageMetric> metrics, Map<String, Stage> stages) {
    for (StageMetric path : metrics) {
      Stage stage = stages.get(path.stage());
      if (!(stage instanceof Stage.Measuring measuring)) {
        throw new InvalidValueException(
            key,
            "a metric of a stage of kind "
                + kinds(Stage.Measuring.class)
                + NearNames.hint(path.stage(), measuring(stages)),
            "'" + path + "'");
      }
      MeasuredMetrics measured = MeasuredMetrics.of(measuring);
      if (!measured.include(path.path())) {
        throw new InvalidValueException(
            key,
            "a metric that a %s stage measures: %s".formatted(stage.kind(), measured.names()),
            path);
      }
      if (!measured.has(path.path())) {
        throw new InvalidValueException(
            key,
            "a number that %s has: %s".formatted(path.path().metric(), measured.parts(path.path())),
            path);
      }
      Require.that(
          path.isOfTheWhole() || !(measuring instanceof Stage.Verify),
          key,
          "no part, for a verify stage measures the whole; see verify-groups",
          path);
      Require.that(
          path.isOfTheWhole() || !path.part().equals(PartReports.ALL),
          key,
          "the name of a part, or none: '" + path.stage() + "' alone is the whole",
          path);
    }
  }
}
