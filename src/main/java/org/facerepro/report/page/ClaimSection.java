package org.facerepro.report.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.facerepro.experiment.Claim;
import org.facerepro.experiment.ClaimOutcome;
import org.facerepro.experiment.Gate;
import org.facerepro.experiment.StageMetric;
import org.facerepro.experiment.trial.Trial;
import org.facerepro.experiment.trial.Trials;
import org.facerepro.metric.trial.Estimate;

/** The claims of the paper: what it says, what it prints, what came out here. */
final class ClaimSection {
  private static final String LINE = "<br>";

  private ClaimSection() {}

  static String of(List<Evidence> all) {
    TreeSet<String> names = new TreeSet<>(Comparator.comparing(ClaimSection::ordered));
    all.forEach(each -> names.addAll(each.spec().claims().keySet()));
    if (names.isEmpty()) {
      return "";
    }
    MarkdownTable table =
        new MarkdownTable("claim", "states", "published", "experiment", "here", "verdict");
    for (String name : names) {
      for (Evidence each : all) {
        Claim claim = each.spec().claims().get(name);
        if (claim != null) {
          table.row(
              name,
              claim.states(),
              published(each, claim),
              "%s, %s, %s".formatted(each.spec().id(), each.scale(), seeds(each)),
              here(each, claim),
              each.claim(name)
                  .map(ClaimOutcome::verdict)
                  .map(String::valueOf)
                  .orElse("needs seeds"));
        }
      }
    }
    return "## Claims\n\n"
        + table
        + "Here: the number with its 95 % interval, or the difference that decides, for each"
        + " gate. A difference that its gate does not find is undecided, or its opposite is shown"
        + " where the whole interval lies below zero.\n\n";
  }

  /** Numbers in names are ordered by their size. */
  private static String ordered(String name) {
    StringBuilder text = new StringBuilder();
    for (String part : name.split("(?<=\\D)(?=\\d)|(?<=\\d)(?=\\D)", -1)) {
      boolean digits = Character.isDigit(part.charAt(0));
      text.append(digits ? "0".repeat(Math.max(0, 9 - part.length())) : "").append(part);
    }
    return text.toString();
  }

  private static String seeds(Evidence evidence) {
    String seeds = evidence.seeds();
    return (seeds.contains(",") ? "seeds " : "seed ") + seeds;
  }

  private static String published(Evidence evidence, Claim claim) {
    String row =
        evidence
            .published(claim.source())
            .map(found -> "%s %s: ".formatted(found.value(), found.unit()))
            .orElse("");
    String source = claim.source().equals("none") ? "" : " (" + claim.source() + ")";
    return row + claim.published() + source;
  }

  private static String here(Evidence evidence, Claim claim) {
    List<String> lines = new ArrayList<>();
    for (String name : claim.gates()) {
      Gate gate = Objects.requireNonNull(evidence.spec().gates().get(name));
      Optional<Trial.TrialGate> decided = evidence.gate(name);
      List<String> deciding = decided.map(ClaimSection::deciding).orElse(List.of());
      if (deciding.isEmpty()) {
        gate.metrics().forEach(metric -> lines.add(value(evidence, metric)));
      }
      lines.addAll(deciding);
    }
    return lines.stream().distinct().collect(Collectors.joining(LINE));
  }

  /** Returns the differences or the factor that decide a gate; nothing where a number does. */
  private static List<String> deciding(Trial.TrialGate gate) {
    Trial.Saved saved = gate.saved();
    return saved == null
        ? gate.comparisons().stream().map(ClaimSection::difference).toList()
        : List.of("`%s`: %s".formatted(gate.gate(), factor(saved)));
  }

  private static String factor(Trial.Saved saved) {
    String bound = saved.bounded() == 0 ? "" : ", at least, in %d seeds".formatted(saved.bounded());
    return Measured.factor(saved.factor(), saved.interval()) + " times the data" + bound;
  }

  private static String value(Evidence evidence, StageMetric metric) {
    String value = evidence.number(metric).map(Measured::text).orElse("not measured");
    return "`%s` %s".formatted(metric, value);
  }

  private static String difference(Trial.Comparison step) {
    Estimate estimate = step.difference();
    return "`%s` − `%s` = %s"
            .formatted(
                step.above(),
                step.below(),
                Measured.difference(estimate.mean(), estimate.interval(Trials.LEVEL).orElse(null)))
        + shown(step);
  }

  /** Says what a step that does not hold leaves: its opposite, or nothing. */
  static String shown(Trial.Comparison step) {
    if (step.holds()) {
      return "";
    }
    boolean opposite =
        step.difference().interval(Trials.LEVEL).map(found -> found.high() < 0).orElse(false);
    return opposite ? ", **the opposite is shown**" : ", undecided";
  }
}
