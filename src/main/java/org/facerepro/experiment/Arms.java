package org.facerepro.experiment;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.facerepro.core.EnumNames;
import org.facerepro.core.InvalidValueException;
import org.facerepro.core.NearNames;
import org.facerepro.core.Require;

/**
 * Variations of an experiment, each told apart by a few stages only. An arm's stages are called
 * {@code stage@arm}; stages that neither differ nor read from one that does are shared.
 *
 * <p>A varied stage keeps the seed of the stage that it varies, so that arms differ in what was
 * declared and in nothing else.
 */
final class Arms {
  private static final String MARK = "@";

  private Arms() {}

  /**
   * Adds the stages of all arms behind those that they vary.
   *
   * @param stages the experiment without its arms
   * @param arms by name, what differs: by the name of a stage, that stage as it is in the arm
   * @throws org.facerepro.core.InvalidValueException if an arm varies a stage that does not exist,
   *     or makes it another kind
   */
  static Map<String, Stage> layOut(
      Map<String, Stage> stages, Map<String, Map<String, Stage>> arms) {
    List<String> order = StageGraph.of(stages, Map.of()).order();
    Map<String, Stage> all = new LinkedHashMap<>(stages);
    arms.forEach((arm, varied) -> all.putAll(arm(arm, varied, stages, order)));
    return all;
  }

  private static Map<String, Stage> arm(
      String arm, Map<String, Stage> varied, Map<String, Stage> stages, List<String> order) {
    varied.forEach((name, stage) -> check("arms/" + arm + "/" + name, name, stage, stages));
    Set<String> changed = new LinkedHashSet<>();
    Map<String, Stage> own = new LinkedHashMap<>();
    UnaryOperator<String> rename = name -> changed.contains(name) ? name + MARK + arm : name;
    for (String name : order) {
      Stage stage = Objects.requireNonNull(varied.getOrDefault(name, stages.get(name)));
      boolean follows =
          stage.inputs().values().stream().anyMatch(input -> changed.contains(input.stage()));
      if (follows || varied.containsKey(name)) {
        own.put(name + MARK + arm, stage.reading(rename));
        changed.add(name);
      }
    }
    return own;
  }

  private static void check(String key, String name, Stage varied, Map<String, Stage> stages) {
    Stage base = stages.get(name);
    if (base == null) {
      String hint = NearNames.hint(name, stages.keySet());
      throw new InvalidValueException(key, "the name of a stage" + hint, "'" + name + "'");
    }
    Require.that(
        varied.kind().equals(base.kind()),
        key,
        "a stage of kind " + base.kind() + " as without the arm",
        EnumNames.ofType(varied.getClass()));
  }

  /** Returns the stage that a stage varies, or its own name. */
  static String origin(String stage) {
    int mark = stage.indexOf(MARK);
    return mark < 0 ? stage : stage.substring(0, mark);
  }
}
