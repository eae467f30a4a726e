package org.facerepro.experiment.trial;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.facerepro.core.InvalidValueException;
import org.facerepro.core.Json;
import org.facerepro.core.NearNames;
import org.facerepro.core.Require;
import org.facerepro.experiment.ExperimentSpec;
import org.facerepro.experiment.Gate;
import org.facerepro.experiment.PublishedBaseline;

/**
 * What is known of an experiment before it runs: published rows, and trials that were accepted as
 * reference, {@code baselines/reference/<experiment>-<scale>.json}.
 */
public final class Known {
  private final Map<String, PublishedBaseline> rows;
  private final BiFunction<String, String, Optional<Trial>> accepted;

  private Known(
      List<PublishedBaseline> rows, BiFunction<String, String, Optional<Trial>> accepted) {
    this.rows = new LinkedHashMap<>();
    rows.forEach(row -> this.rows.put(row.id(), row));
    this.accepted = accepted;
  }

  /** Reads the published rows of a project. */
  public static Known of(Path home) {
    return new Known(
        PublishedBaseline.readAll(home), (experiment, scale) -> accepted(home, experiment, scale));
  }

  /** Takes what a trial says that it was held against. */
  public static Known of(TrialBaselines stated) {
    return new Known(
        stated.published(), (experiment, scale) -> Optional.ofNullable(stated.reference()));
  }

  private static Optional<Trial> accepted(Path home, String experiment, String scale) {
    Path file =
        home.resolve("baselines").resolve("reference").resolve(experiment + "-" + scale + ".json");
    return Files.isRegularFile(file) ? Optional.of(Json.read(file, Trial.class)) : Optional.empty();
  }

  /** Returns what trials of a specification are held against; see {@link #check}. */
  public TrialBaselines of(ExperimentSpec spec, String scale) {
    List<PublishedBaseline> named = new ArrayList<>();
    spec.gates()
        .forEach(
            (name, gate) -> {
              if (gate instanceof Gate.Reproduces reproduces) {
                named.add(row(name, reproduces));
              }
            });
    spec.claims()
        .forEach(
            (name, claim) -> {
              if (claim.namesRow()) {
                named.add(row(source(name), claim.source()));
              }
            });
    return new TrialBaselines(
        TrialBaselines.SCHEMA,
        named.stream().distinct().toList(),
        accepted.apply(spec.id(), scale).orElse(null));
  }

  /**
   * Requires that every gate on a published row can be decided, and that there is the row of each
   * claim that names one.
   *
   * @throws InvalidValueException with the keys to the first row that is not there, or whose status
   *     is not exact
   */
  public void check(ExperimentSpec spec) {
    spec.gates()
        .forEach(
            (name, gate) -> {
              if (gate instanceof Gate.Reproduces reproduces) {
                row(name, reproduces);
              }
            });
    spec.claims()
        .forEach(
            (name, claim) -> {
              if (claim.namesRow()) {
                row(source(name), claim.source());
              }
            });
  }

  private static String source(String claim) {
    return "claims/" + claim + "/source";
  }

  /** Returns the row that a gate names; see {@link #check}. */
  PublishedBaseline row(String name, Gate.Reproduces gate) {
    String key = "gates/" + name + "/baseline";
    PublishedBaseline row = row(key, gate.baseline());
    Require.that(
        row.isExact(),
        key,
        "a row whose status is exact",
        "'%s', which is %s".formatted(row.id(), row.status()));
    return row;
  }

  private PublishedBaseline row(String key, String id) {
    PublishedBaseline row = rows.get(id);
    if (row == null) {
      throw new InvalidValueException(
          key,
          "a row that 'list baselines' prints" + NearNames.hint(id, List.copyOf(rows.keySet())),
          "'" + id + "'");
    }
    return row;
  }

  Reference reference(String experiment, String scale, String specification) {
    Trial trial = accepted.apply(experiment, scale).orElse(null);
    if (trial == null) {
      return Reference.none("none stored for " + experiment + " at scale " + scale);
    }
    return trial.specification().equals(specification)
        ? Reference.of(trial)
        : Reference.none("the stored one is of other stages; accept a new one");
  }
}
