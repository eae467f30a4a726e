package org.facerepro.experiment;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.facerepro.core.EnumNames;
import org.facerepro.core.InvalidValueException;
import org.facerepro.core.Require;
import org.facerepro.core.SpecException;
import org.facerepro.core.StrictYaml;
import org.facerepro.nn.WeightFormat;
import org.jspecify.annotations.Nullable;

/**
 * An experiment as declared: what is to be run at one scale, and what is expected of it.
 *
 * @param schema {@code facerepro/experiment/v1}
 * @param id unique name, also the file name
 * @param title one line for people
 * @param description what question it answers, and how
 * @param reproduces paper and table, or "none"
 * @param realData which real faces any stage of the training has seen, or "none"
 * @param tags groups that {@code run TAG} selects by
 * @param seeds root seeds; one run each
 * @param stages the work, by name; with the stages of all arms, {@code stage@arm}
 * @param arms variations, by name the stages that differ; none once they are laid out in {@code
 *     stages}
 * @param gates what must hold, by name
 * @param claims statements of a publication that gates decide, by name
 * @param choices what the publication leaves open, and what is done about it here
 * @param plots what a page about the experiment shows as pictures, by name
 * @param publishes the network that archives carry; absent for none
 */
public record ExperimentSpec(
    String schema,
    String id,
    String title,
    String description,
    String reproduces,
    String realData,
    List<String> tags,
    List<Long> seeds,
    Map<String, Stage> stages,
    Map<String, Map<String, Stage>> arms,
    Map<String, Gate> gates,
    Map<String, Claim> claims,
    List<String> choices,
    Map<String, Plot> plots,
    @Nullable Publication publishes) {

  public static final String SCHEMA = "facerepro/experiment/v1";
  private static final String SCALES = "scales";
  private static final String ARMS = "arms";
  private static final String SWEEP = "sweep";
  private static final String STAGES = "stages";
  private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  /** Nothing that a publication prints. */
  static final String NOTHING = "none";

  private static final Pattern REPRODUCED = Pattern.compile("[a-z0-9-]+, \\S.*");

  /** The name of an arm that a sweep makes; the reader of sweeps is strict about its parts. */
  private static final Pattern SWEPT = Pattern.compile("[a-z0-9-]+=[^,=/]+(,[a-z0-9-]+=[^,=/]+)*");

  public ExperimentSpec {
    Require.that(schema.equals(SCHEMA), "schema", "'" + SCHEMA + "'", "'" + schema + "'");
    requireName("id", id);
    stages.keySet().forEach(name -> requireName("stages/" + name, name));
    gates.keySet().forEach(name -> requireName("gates/" + name, name));
    Require.text("title", title);
    Require.that(
        reproduces.equals(NOTHING) || REPRODUCED.matcher(reproduces).matches(),
        "reproduces",
        "'none', or paper and table as in baselines/published.csv: bae2023digiface1m, Table 1",
        "'" + reproduces + "'");
    Require.text("realData", realData);
    Require.that(!seeds.isEmpty(), "seeds", "at least one seed", seeds);
    Require.that(!stages.isEmpty(), "stages", "at least one stage", stages);
    Require.that(!gates.isEmpty(), "gates", "at least one gate", gates);
    claims.forEach((name, claim) -> claim.check(name, gates.keySet()));
    choices.forEach(choice -> Require.text("choices", choice));
    claims = Collections.unmodifiableMap(new LinkedHashMap<>(claims));
    choices = List.copyOf(choices);
    tags = List.copyOf(tags);
    seeds = List.copyOf(seeds);
    arms.forEach(ExperimentSpec::requireArm);
    stages = Arms.layOut(stages, arms);
    arms = Map.of();
    StageGraph.of(stages, gates);
    for (Map.Entry<String, Plot> plot : plots.entrySet()) {
      requirePlot(plot.getKey(), plot.getValue(), stages);
    }
    plots = Collections.unmodifiableMap(new LinkedHashMap<>(plots));
    if (publishes != null) {
      publishes.check(stages);
    }
    boolean real = stages.values().stream().anyMatch(stage -> stage instanceof Stage.Collect);
    Require.that(
        !real || !realData.strip().equals("none"),
        "realData",
        "which real faces the training sees, as a stage collects some",
        realData);
  }

  /**
   * Reads a specification as it stands at one scale.
   *
   * @throws org.facerepro.core.SpecException naming file, line, key and what was expected
   */
  public static ExperimentSpec read(Path file, Scale scale) {
    return at(StrictYaml.read(file), scale);
  }

  /** Reads a specification from its text; {@code origin} is the name that errors carry. */
  public static ExperimentSpec parse(String text, String origin, Scale scale) {
    return at(StrictYaml.parse(text, origin), scale);
  }

  /**
   * Returns the scales at which a file declares its experiment.
   *
   * @throws org.facerepro.core.SpecException if there is one of an unknown name
   */
  public static List<Scale> scales(Path file) {
    StrictYaml yaml = StrictYaml.read(file);
    yaml.requireKeys(SCALES, EnumNames.all(Scale.class));
    return scales(yaml.keys(SCALES));
  }

  private static List<Scale> scales(List<String> declared) {
    return Arrays.stream(Scale.values())
        .filter(scale -> scale == Scale.EMBEDDED || declared.contains(EnumNames.of(scale)))
        .toList();
  }

  private static ExperimentSpec at(StrictYaml yaml, Scale scale) {
    List<String> declared = yaml.keys(SCALES);
    yaml.requireKeys(SCALES, EnumNames.all(Scale.class));
    List<Scale> scales = scales(declared);
    if (!scales.contains(scale)) {
      throw new SpecException(
          "%s has no scale '%s'; it has: %s"
              .formatted(
                  yaml.file(),
                  EnumNames.of(scale),
                  scales.stream().map(EnumNames::of).collect(Collectors.joining(", "))));
    }
    yaml.requireChanges(SCALES, STAGES, "kind");
    ExperimentSpec asked = laidOver(yaml, EnumNames.of(scale));
    declared.stream()
        .filter(other -> !other.equals(EnumNames.of(scale)))
        .forEach(other -> laidOver(yaml, other));
    return asked;
  }

  /** A mistake in any scale is one of the whole file, so all of them are read. */
  private static ExperimentSpec laidOver(StrictYaml yaml, String scale) {
    return laidOut(yaml, scale).as(ExperimentSpec.class);
  }

  /** Returns the document as it stands at one scale, with what it varies written out as arms. */
  static StrictYaml laidOut(StrictYaml yaml, String scale) {
    return yaml.overlay(SCALES, scale).inherit(ARMS, STAGES).sweep(SWEEP, ARMS, STAGES);
  }

  private static void requireArm(String name, Map<String, Stage> varied) {
    Require.that(!varied.isEmpty(), "arms/" + name, "at least one stage that differs", "none");
    Require.that(
        NAME.matcher(name).matches() || SWEPT.matcher(name).matches(),
        "arms/" + name,
        "lower-case letters and digits with dashes",
        name);
  }

  private static void requirePlot(String name, Plot plot, Map<String, Stage> stages) {
    String key = "plots/" + name;
    requireName(key, name);
    for (String series : plot.series().keySet()) {
      StageGraph.checkMetrics(key + "/series/" + series, plot.metrics(series), stages);
    }
  }

  /** Names become folders, entries of archives and parts of metric paths. */
  private static void requireName(String key, String name) {
    Require.that(
        NAME.matcher(name).matches(), key, "lower-case letters and digits with dashes", name);
  }

  /** Returns the stages in an order in which each comes after those it reads from. */
  public StageGraph graph() {
    return StageGraph.of(stages, gates);
  }

  /** Returns the stages that trained a network: itself, or those of each in an ensemble. */
  public List<String> trained(String network) {
    if (stage(network) instanceof Stage.Ensemble ensemble) {
      return ensemble.members().stream().flatMap(member -> trained(member).stream()).toList();
    }
    return stage(network) instanceof Renormalise renormalised
        ? trained(renormalised.model())
        : List.of(network);
  }

  /** Returns the trainings that made a network: its own, or of each in an ensemble. */
  public List<Stage.Train> members(String network) {
    return trained(network).stream().map(member -> (Stage.Train) stage(member)).toList();
  }

  /** Returns the stages with the faces whose statistics a network was given after training. */
  public List<String> statistics(String network) {
    if (stage(network) instanceof Stage.Ensemble ensemble) {
      return ensemble.members().stream().flatMap(each -> statistics(each).stream()).toList();
    }
    return stage(network) instanceof Renormalise renormalised
        ? List.of(renormalised.faces())
        : List.of();
  }

  /** Returns the trainings that made a network and those that they go on from. */
  public List<Stage.Train> trainings(String network) {
    List<Stage.Train> trainings = new ArrayList<>();
    for (Stage.Train member : members(network)) {
      trainings.add(member);
      for (String next = member.initial(); next != null; ) {
        Stage.Train earlier = (Stage.Train) stage(next);
        trainings.add(earlier);
        next = earlier.initial();
      }
    }
    return trainings;
  }

  /** Returns what the weights of a network are rounded to. */
  public WeightFormat weightFormat(String network) {
    if (stage(network) instanceof Renormalise renormalised) {
      return renormalised.weightFormat();
    }
    return stage(network) instanceof Stage.Ensemble ensemble
        ? ensemble.weightFormat()
        : members(network).get(0).recipe().weightFormat();
  }

  /** Returns a stage by name. */
  public Stage stage(String name) {
    Stage stage = stages.get(name);
    if (stage == null) {
      throw new InvalidValueException("stages", "a stage called " + name, stages.keySet());
    }
    return stage;
  }
}
