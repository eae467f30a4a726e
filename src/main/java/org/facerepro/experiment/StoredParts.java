package org.facerepro.experiment;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.facerepro.core.AtomicFiles;
import org.facerepro.core.CorruptDataException;
import org.facerepro.core.EnumNames;
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

  private static final Map<String, Form> FORMS =
      Map.of(
          EnumNames.ofType(Stage.Search.class),
          new Form(StoredSearch.FILES, (folder, seed) -> StoredSearch.read(folder).measure(seed)),
          EnumNames.ofType(Stage.VerifyGroups.class),
          new Form(StoredGroups.FILES, (folder, seed) -> StoredGroups.read(folder).measure(seed)),
          EnumNames.ofType(Stage.VerifyTemplates.class),
          new Form(StoredTemplates.FILES, (folder, seed) -> StoredTemplates.read(folder).measure()),
          EnumNames.ofType(Stage.SearchTemplates.class),
          new Form(
              StoredTemplateSearches.FILES,
              (folder, seed) -> StoredTemplateSearches.read(folder).measure(seed)));

  private StoredParts() {}

  /** What a kind of stage with parts stores, and how all of it is measured again. */
  private record Form(List<String> arrays, BiFunction<Path, Seed, PartReports> measure) {}

  /** Returns the arrays that a kind of stage with parts stores; none of any other kind. */
  public static List<String> arrays(String kind) {
    Form form = FORMS.get(kind);
    return form == null ? List.of() : form.arrays;
  }

  /**
   * Measures all parts again.
   *
   * @param kind of stages with parts
   * @param folder with the arrays
   * @param seed of the stage
   * @throws CorruptDataException if the arrays are broken or do not fit together
   */
  public static PartReports measure(String kind, Path folder, Seed seed) {
    Form form = FORMS.get(kind);
    if (form == null) {
      throw new IllegalArgumentException("stages of kind " + kind + " have no parts");
    }
    try {
      return form.measure.apply(folder, seed);
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
