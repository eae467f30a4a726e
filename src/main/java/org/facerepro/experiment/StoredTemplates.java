package org.facerepro.experiment;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.facerepro.core.AtomicFiles;
import org.facerepro.core.CorruptDataException;
import org.facerepro.core.Json;
import org.facerepro.core.SpecException;
import org.facerepro.data.Npy;
import org.facerepro.data.NpyArray;
import org.facerepro.metric.Far;
import org.facerepro.metric.LabelledScores;
import org.facerepro.metric.MeanReport;
import org.facerepro.metric.MetricReport;
import org.facerepro.protocol.EvaluationResult;
import org.facerepro.protocol.ijb.TemplateMetrics;

/**
 * Comparisons of templates as arrays that any tool can read: {@code similarity.npy} float32 {@code
 * [n]} (NaN = a template could not be made), {@code genuine.npy} bool {@code [n]}, {@code part.npy}
 * int32 {@code [n]}, a place in {@code parts.json}; 0 (the whole) where there is one part only.
 * {@code protocol.json} says what is reported.
 *
 * <p>Of several parts, such as splits, the whole is the mean of their numbers.
 */
final class StoredTemplates {
  private static final String SIMILARITY = "similarity.npy";
  private static final String GENUINE = "genuine.npy";
  private static final String PROTOCOL = "protocol.json";
  static final List<String> FILES =
      List.of(SIMILARITY, GENUINE, PartRows.FILE, PROTOCOL, StoredParts.NAMES);

  /** Each is looked for in every part, so that one absurd list must not take for ever. */
  private static final int MOST_TARGETS = 100;

  private final List<String> names;
  private final float[] similarity;
  private final List<LabelledScores> parts;
  private final List<Far> targets;
  private final List<Integer> subjects;

  private StoredTemplates(
      List<String> names, float[] similarity, List<LabelledScores> parts, Protocol protocol) {
    this.names = names;
    this.similarity = similarity;
    this.parts = List.copyOf(parts);
    this.targets = protocol.targets().stream().map(Far::parse).toList();
    this.subjects = protocol.subjects();
  }

  /**
   * What a protocol asks for and says.
   *
   * @param targets false accept rates at which true accept rates are reported
   * @param subjects how many each part has, 0 where that is not known
   * @param remarks upon data, options and templates
   */
  private record Protocol(List<String> targets, List<Integer> subjects, List<String> remarks) {
    Protocol {
      targets = List.copyOf(targets);
      subjects = List.copyOf(subjects);
      remarks = List.copyOf(remarks);
    }
  }

  /** Writes the comparisons of a result into a folder; searches are left out. */
  static void write(Path folder, EvaluationResult result, List<Far> targets) {
    List<String> names = new ArrayList<>(List.of(PartReports.ALL));
    List<LabelledScores> parts = new ArrayList<>();
    List<Integer> subjects = new ArrayList<>();
    for (EvaluationResult.Part part : result.parts()) {
      LabelledScores scores = part.scores();
      if (scores != null) {
        names.add(part.name());
        parts.add(scores);
        subjects.add(part.report().comparisons().subjects());
      }
    }
    arrays(folder, parts);
    List<String> kept = parts.size() == 1 ? names.subList(0, 1) : names;
    int[] sizes = new int[kept.size()];
    for (int p = 0; p < parts.size(); p++) {
      sizes[kept.size() - parts.size() + p] = parts.get(p).size();
    }
    PartRows.write(folder, sizes);
    AtomicFiles.writeFile(folder.resolve(StoredParts.NAMES), Json.pretty(kept));
    AtomicFiles.writeFile(
        folder.resolve(PROTOCOL),
        Json.pretty(
            new Protocol(targets.stream().map(Far::text).toList(), subjects, result.remarks())));
  }

  private static void arrays(Path folder, List<LabelledScores> parts) {
    int n = parts.stream().mapToInt(LabelledScores::size).reduce(0, Math::addExact);
    float[] similarity = new float[n];
    boolean[] genuine = new boolean[n];
    int at = 0;
    for (LabelledScores scores : parts) {
      for (int i = 0; i < scores.size(); i++) {
        similarity[at] = (float) scores.similarity(i);
        genuine[at] = scores.genuine(i);
        at++;
      }
    }
    Npy.write(folder.resolve(SIMILARITY), NpyArray.ofFloats(similarity, n));
    Npy.write(folder.resolve(GENUINE), NpyArray.ofBooleans(genuine, n));
  }

  /**
   * Reads comparisons from a folder.
   *
   * @throws CorruptDataException if a file is broken or they do not fit together
   */
  static StoredTemplates read(Path folder) {
    float[] similarity = Npy.read(folder.resolve(SIMILARITY)).floats();
    boolean[] genuine = Npy.read(folder.resolve(GENUINE)).booleans();
    List<String> names = StoredParts.names(folder);
    if (genuine.length != similarity.length) {
      throw new CorruptDataException(folder + ": the arrays of comparisons differ in length");
    }
    Set<String> means = names.size() == 1 ? Set.of() : Set.of(PartReports.ALL);
    int[][] rows = PartRows.read(folder, "comparison", similarity.length, names, means);
    List<LabelledScores> parts =
        IntStream.range(means.size(), names.size())
            .mapToObj(place -> only(rows[place], similarity, genuine))
            .toList();
    Protocol protocol = protocol(folder, parts.size());
    try {
      return new StoredTemplates(names, similarity, parts, protocol);
    } catch (SpecException e) {
      throw new CorruptDataException(folder + ": " + e.getMessage(), e);
    }
  }

  private static LabelledScores only(int[] rows, float[] similarity, boolean[] genuine) {
    float[] similarities = new float[rows.length];
    boolean[] classes = new boolean[rows.length];
    for (int i = 0; i < rows.length; i++) {
      similarities[i] = similarity[rows[i]];
      classes[i] = genuine[rows[i]];
    }
    return LabelledScores.takeOver(similarities, classes);
  }

  private static Protocol protocol(Path folder, int parts) {
    Protocol protocol = Json.read(folder.resolve(PROTOCOL), Protocol.class);
    if (protocol.subjects().size() != parts
        || protocol.subjects().stream().anyMatch(count -> count < 0)) {
      throw new CorruptDataException(
          "%s: expected a number of subjects for each of %d parts, got %s"
              .formatted(folder, parts, protocol.subjects()));
    }
    if (protocol.targets().size() > MOST_TARGETS) {
      throw new CorruptDataException(
          "%s: more than %d false accept rates are to be reported".formatted(folder, MOST_TARGETS));
    }
    return protocol;
  }

  /** Returns what is to be said of data, options and templates. */
  static List<String> remarks(Path folder) {
    return Json.read(folder.resolve(PROTOCOL), Protocol.class).remarks();
  }

  /** Returns all similarities. */
  double[] similarities() {
    return IntStream.range(0, similarity.length).mapToDouble(i -> similarity[i]).toArray();
  }

  /** Measures every part, and their mean where there are several. */
  PartReports measure() {
    List<MetricReport> reports = new ArrayList<>();
    for (int p = 0; p < parts.size(); p++) {
      reports.add(TemplateMetrics.report(parts.get(p), targets, subjects.get(p)));
    }
    Map<String, MetricReport> named = new LinkedHashMap<>();
    named.put(PartReports.ALL, reports.size() == 1 ? reports.get(0) : MeanReport.of(reports));
    for (int p = 1; p < names.size(); p++) {
      named.put(names.get(p), reports.get(p - 1));
    }
    return PartReports.of(named);
  }
}
