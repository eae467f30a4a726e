package org.facerepro.suite;

import io.qameta.allure.Allure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.facerepro.core.EnumNames;
import org.facerepro.experiment.ExperimentSpec;
import org.facerepro.experiment.RunResult;
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
    name("seed", Long.toString(each.seed()));
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
    Allure.label("verdict", result.verdict().toString());
    Allure.label("tag", result.verdict().toString());
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
