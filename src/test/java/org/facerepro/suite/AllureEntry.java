package org.facerepro.suite;

import io.qameta.allure.Allure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.facerepro.core.EnumNames;
import org.facerepro.core.Json;
import org.facerepro.experiment.ExperimentSpec;
import org.facerepro.experiment.RunResult;
import org.facerepro.experiment.Verdict;
import org.facerepro.experiment.trial.Trial;
import org.facerepro.report.PublishedRun;

/**
 * What Allure shows of a case. What names the case is a parameter, since Allure knows an entry of
 * an earlier report by its parameters; what came of it is a label.
 */
final class AllureEntry {
  private AllureEntry() {}

  static void begin(ExperimentCase each, ExperimentSpec spec) {
    name("experiment", each.experiment());
    name("scale", EnumNames.of(each.scale()));
    String seeds = each.seeds().stream().map(String::valueOf).collect(Collectors.joining(", "));
    name("seed", each.trial() ? "all of " + seeds : seeds);
    Allure.label("paper", spec.reproduces());
    Allure.epic(spec.reproduces().equals("none") ? "own experiments" : spec.reproduces());
    Allure.feature(spec.title());
    Allure.description(spec.description());
  }

  private static void name(String key, String value) {
    Allure.parameter(key, value);
    Allure.label(key, value);
  }

  static void end(RunResult result, PublishedRun published) throws IOException {
    verdict(result.verdict());
    Allure.addAttachment("metrics", "text/csv", MetricsTable.csv(result), ".csv");
    Allure.addAttachment("report", "text/plain", published.text(), ".txt");
    for (Path file : files(published.folder())) {
      String name = String.valueOf(file.getFileName());
      String ending = name.substring(name.lastIndexOf('.'));
      try (var content = Files.newInputStream(file)) {
        Allure.addAttachment(name, mediaType(ending), content, ending);
      }
    }
  }

  static void end(Trial trial, String text) {
    verdict(trial.verdict());
    Allure.addAttachment("metrics", "text/csv", MetricsTable.csv(trial), ".csv");
    Allure.addAttachment("report", "text/plain", text, ".txt");
    Allure.addAttachment(
        "trial.json",
        "application/json",
        new String(Json.pretty(trial), StandardCharsets.UTF_8),
        ".json");
  }

  /** Ends the entry of a case that could not even begin. */
  static void notRun() {
    verdict(Verdict.NOT_RUN);
  }

  /** Allure shows a tag beside the name of an entry, and a label only in the entry. */
  private static void verdict(Verdict verdict) {
    Allure.label("verdict", verdict.toString());
    Allure.label("tag", verdict.toString());
  }

  private static List<Path> files(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.filter(file -> !file.toString().endsWith(".txt")).sorted().toList();
    }
  }

  private static String mediaType(String ending) {
    return switch (ending) {
      case ".svg" -> "image/svg+xml";
      case ".png" -> "image/png";
      case ".json" -> "application/json";
      default -> "application/gzip";
    };
  }
}
