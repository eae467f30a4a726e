package org.facerepro.experiment;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.facerepro.core.AtomicFiles;
import org.facerepro.core.CorruptDataException;
import org.facerepro.core.Json;
import org.facerepro.core.Seed;
import org.facerepro.metric.MetricReport;
import org.facerepro.metric.Scores;

/** What stages that measure store: arrays, metrics, and the names of the parts they measure. */
public final class StoredParts {
  /** The reports of any stage that measures. */
  public static final String METRICS = "metrics.json";

  /** The names of the parts, where there are any. */
  static final String NAMES = "parts.json";

  private static final String SEARCH = "search";
  private static final String GROUPS = "verify-groups";
  private static final String TEMPLATES = "verify-templates";
  private static final String TEMPLATE_SEARCHES = "search-templates";

  private StoredParts() {}

  /** Returns the arrays that a kind of stage with parts stores; none of any other kind. */
  public static List<String> arrays(String kind) {
    return switch (kind) {
      case SEARCH -> StoredSearch.FILES;
      case GROUPS -> StoredGroups.FILES;
      case TEMPLATES -> StoredTemplates.FILES;
      case TEMPLATE_SEARCHES -> StoredTemplateSearches.FILES;
      default -> List.of();
    };
  }

  /**
   * Measures all parts again.
   *
   * @param kind search, search-templates, verify-groups or verify-templates
   * @param folder with the arrays
   * @param seed of the stage
   * @throws CorruptDataException if the arrays are broken or do not fit together
   */
  public static PartReports measure(String kind, Path folder, Seed seed) {
    try {
      return switch (kind) {
        case SEARCH -> StoredSearch.read(folder).measure(seed);
        case TEMPLATES -> StoredTemplates.read(folder).measure();
        case TEMPLATE_SEARCHES -> StoredTemplateSearches.read(folder).measure(seed);
        default -> StoredGroups.read(folder).measure(seed);
      };
    } catch (IllegalArgumentException | IllegalStateException | ArithmeticException e) {
      throw new CorruptDataException(folder + ": impossible scores: " + e.getMessage(), e);
    }
  }

  /**
   * Writes what a stage measured.
   *
   * @param reports one report, or those of all parts
   * @param failures why pictures have no embedding, by name
   */
  static void write(Path folder, Object reports, Map<String, String> failures) {
    AtomicFiles.writeFile(folder.resolve(METRICS), Json.pretty(reports));
    AtomicFiles.writeFile(folder.resolve(EmbedRunner.FAILURES), Json.pretty(failures));
  }

  /** Returns the reports of a stage by the names they have in a result. */
  static Map<String, MetricReport> reports(String stage, Path folder) {
    Path file = folder.resolve(METRICS);
    return Files.exists(folder.resolve(NAMES))
        ? Json.read(file, PartReports.class).of(stage)
        : Map.of(stage, Json.read(file, MetricReport.class));
  }

  /** Returns the scores that a report of a stage that verifies single images rests on. */
  public static Scores scores(Path folder, String report) {
    if (!Files.exists(folder.resolve(NAMES))) {
      return StoredScores.read(folder);
    }
    return StoredGroups.read(folder).within(StageMetric.partOf(report));
  }

  /**
   * Returns all similarities that a stage measured, of whatever kind but search-templates, which
   * keeps only those that lead.
   */
  public static double[] similarities(Path folder) {
    if (Files.exists(folder.resolve(StoredSearch.PROBES))) {
      return StoredSearch.read(folder).similarities();
    }
    if (Files.exists(folder.resolve(PartRows.FILE))) {
      return StoredTemplates.read(folder).similarities();
    }
    Scores scores = StoredScores.read(folder);
    return IntStream.range(0, scores.size()).mapToDouble(scores::similarity).toArray();
  }

  static List<String> names(Path folder) {
    List<String> names = new ArrayList<>();
    for (String name : Json.read(folder.resolve(NAMES), String[].class)) {
      names.add(name);
    }
    boolean whole = !names.isEmpty() && names.get(0).equals(PartReports.ALL);
    if (!whole || names.stream().distinct().count() < names.size()) {
      throw new CorruptDataException(
          "%s: expected names of parts, '%s' first, each once".formatted(folder, PartReports.ALL));
    }
    return names;
  }
}
