package org.facerepro.experiment;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.facerepro.core.AtomicFiles;
import org.facerepro.core.CorruptDataException;
import org.facerepro.core.Json;
import org.facerepro.core.Seed;
import org.facerepro.data.Npy;
import org.facerepro.data.NpyArray;
import org.facerepro.metric.MeanReport;
import org.facerepro.metric.MetricReport;
import org.facerepro.metric.search.LeadingScores;
import org.facerepro.metric.search.SearchMetrics;
import org.facerepro.metric.search.SearchRates;
import org.facerepro.protocol.TemplateSearches;

/**
 * What leads each search of a template as arrays that any tool can read, a row for each probe in
 * each gallery: {@code subject.npy} int32 {@code [n]} (the subjects of the probes as numbers),
 * {@code mated.npy} bool {@code [n]}, {@code mate.npy} float32 {@code [n]} (the best mate; NaN = it
 * is not there or could not be made), {@code impostors.npy} float32 {@code [n, 10]} (the best
 * impostors, descending; NaN behind the last), {@code part.npy} int32 {@code [n]}, a place in
 * {@code parts.json}. {@code protocol.json} says which parts are means of others; the whole is that
 * of the searches that the protocol leads with.
 *
 * <p>All similarities of IJB-C are 69 million. They are not stored: ranks up to 10 and alarms hang
 * on nothing behind the tenth impostor; see {@link LeadingScores}.
 */
final class StoredTemplateSearches {
  private static final String SUBJECT = "subject.npy";
  private static final String MATED = "mated.npy";
  private static final String MATE = "mate.npy";
  private static final String IMPOSTORS = "impostors.npy";
  private static final String PROTOCOL = "protocol.json";
  static final List<String> FILES =
      List.of(SUBJECT, MATED, MATE, IMPOSTORS, PartRows.FILE, PROTOCOL, StoredParts.NAMES);

  /** Impostors of each probe, as many as the highest rank that is reported. */
  static final int KEPT = SearchRates.STANDARD.highestRank();

  private final List<String> names;
  private final Map<String, List<String>> means;
  private final Map<String, LeadingScores> searches;

  private StoredTemplateSearches(
      List<String> names, Map<String, List<String>> means, Map<String, LeadingScores> searches) {
    this.names = names;
    this.means = means;
    this.searches = searches;
  }

  /**
   * How a protocol sums up, and what it says.
   *
   * @param means the parts whose mean a part is, by its name
   * @param remarks upon data, options and templates
   */
  private record Protocol(Map<String, List<String>> means, List<String> remarks) {
    Protocol {
      Map<String, List<String>> copy = new LinkedHashMap<>();
      means.forEach((name, of) -> copy.put(name, List.copyOf(of)));
      means = Collections.unmodifiableMap(copy);
      remarks = List.copyOf(remarks);
    }
  }

  /** Writes what was found into a folder. */
  static void write(Path folder, TemplateSearches found) {
    List<String> names = new ArrayList<>();
    Map<String, List<String>> means = new LinkedHashMap<>();
    List<LeadingScores> searches = new ArrayList<>();
    List<Integer> sizes = new ArrayList<>();
    for (TemplateSearches.Kind kind : found.kinds()) {
      if (kind.parts().size() > 1) {
        String name = orWhole(names, kind.mean());
        means.put(name, kind.parts().stream().map(TemplateSearches.Part::name).toList());
        names.add(name);
        sizes.add(0);
      }
      for (TemplateSearches.Part part : kind.parts()) {
        names.add(orWhole(names, part.name()));
        searches.add(part.found());
        sizes.add(part.found().probes());
      }
    }
    arrays(folder, LeadingScores.joined(searches));
    PartRows.write(folder, sizes.stream().mapToInt(Integer::intValue).toArray());
    AtomicFiles.writeFile(folder.resolve(StoredParts.NAMES), Json.pretty(names));
    AtomicFiles.writeFile(
        folder.resolve(PROTOCOL), Json.pretty(new Protocol(means, found.remarks())));
  }

  /** What the protocol leads with is the whole. */
  private static String orWhole(List<String> before, String name) {
    return before.isEmpty() ? PartReports.ALL : name;
  }

  private static void arrays(Path folder, LeadingScores scores) {
    int n = scores.probes();
    Map<String, Integer> numbers = new HashMap<>();
    int[] subjects =
        scores.subjects().stream()
            .mapToInt(subject -> numbers.computeIfAbsent(subject, s -> numbers.size()))
            .toArray();
    Npy.write(folder.resolve(SUBJECT), NpyArray.ofInts(subjects, n));
    Npy.write(folder.resolve(MATED), NpyArray.ofBooleans(scores.mated(), n));
    Npy.write(folder.resolve(MATE), NpyArray.ofFloats(scores.mates(), n));
    Npy.write(folder.resolve(IMPOSTORS), NpyArray.ofFloats(scores.impostors(), n, scores.kept()));
  }

  /**
   * Reads searches from a folder.
   *
   * @throws CorruptDataException if a file is broken or they do not fit together
   */
  static StoredTemplateSearches read(Path folder) {
    List<String> names = StoredParts.names(folder);
    Map<String, List<String>> means = Json.read(folder.resolve(PROTOCOL), Protocol.class).means();
    requireMeans(folder, names, means);
    LeadingScores all = leading(folder);
    int[][] rows = PartRows.read(folder, "probe", all.probes(), names, means.keySet());
    Map<String, LeadingScores> searches = new LinkedHashMap<>();
    for (int place = 0; place < rows.length; place++) {
      if (!means.containsKey(names.get(place))) {
        searches.put(names.get(place), all.only(rows[place]));
      }
    }
    return new StoredTemplateSearches(names, means, searches);
  }

  /** Requires means to be parts that others, which are none, add up to. */
  private static void requireMeans(
      Path folder, List<String> names, Map<String, List<String>> means) {
    means.forEach(
        (name, of) -> {
          boolean possible =
              names.contains(name)
                  && !of.isEmpty()
                  && names.containsAll(of)
                  && of.stream().noneMatch(means::containsKey);
          if (!possible) {
            throw new CorruptDataException(
                "%s: '%s' is no mean of the parts %s".formatted(folder, name, of));
          }
        });
  }

  private static LeadingScores leading(Path folder) {
    List<String> subjects =
        Arrays.stream(Npy.read(folder.resolve(SUBJECT)).longs()).mapToObj(Long::toString).toList();
    NpyArray impostors = Npy.read(folder.resolve(IMPOSTORS));
    if (!impostors.shape().equals(List.of(subjects.size(), KEPT))) {
      throw new CorruptDataException(
          "%s: expected %d impostors for each of %d probes, got an array of shape %s"
              .formatted(folder, KEPT, subjects.size(), impostors.shape()));
    }
    return LeadingScores.takeOver(
        subjects,
        Npy.read(folder.resolve(MATED)).booleans(),
        Npy.read(folder.resolve(MATE)).floats(),
        impostors.floats());
  }

  /** Returns what is to be said of data, options and templates. */
  static List<String> remarks(Path folder) {
    return Json.read(folder.resolve(PROTOCOL), Protocol.class).remarks();
  }

  /** Measures every part by {@link SearchRates#STANDARD}, and the means. */
  PartReports measure(Seed seed) {
    Map<String, MetricReport> measured = new HashMap<>();
    searches.forEach((name, found) -> measured.put(name, report(found, seed.child(name))));
    means.forEach((name, of) -> measured.put(name, mean(of, measured)));
    Map<String, MetricReport> ordered = new LinkedHashMap<>();
    names.forEach(name -> ordered.put(name, Objects.requireNonNull(measured.get(name))));
    return PartReports.of(ordered);
  }

  private static MetricReport report(LeadingScores found, Seed seed) {
    return SearchMetrics.report(found.searches(), seed, SearchRates.STANDARD);
  }

  private static MetricReport mean(List<String> parts, Map<String, MetricReport> measured) {
    return MeanReport.of(
        parts.stream().map(part -> Objects.requireNonNull(measured.get(part))).toList());
  }
}
