package org.facerepro.experiment;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.facerepro.core.AtomicFiles;
import org.facerepro.core.CorruptDataException;
import org.facerepro.core.Json;
import org.facerepro.core.Seed;
import org.facerepro.data.Npy;
import org.facerepro.data.NpyArray;
import org.facerepro.metric.MetricReport;
import org.facerepro.metric.search.Roster;
import org.facerepro.metric.search.SearchMetrics;
import org.facerepro.metric.search.SearchRates;
import org.facerepro.metric.search.SearchScores;
import org.facerepro.metric.search.Searches;

/**
 * The similarities of all probes with the gallery as arrays that any tool can read: {@code
 * similarity.npy} float32 {@code [p, g]} (NaN = an image was not enrolled), {@code probes.npy}
 * int32 {@code [p]} and {@code gallery.npy} int32 {@code [g]} (subjects as numbers), {@code
 * members.npy} bool {@code [parts, p]} with the names of the parts in {@code parts.json}.
 */
final class StoredSearch {
  private static final String SIMILARITY = "similarity.npy";
  static final String PROBES = "probes.npy";
  private static final String GALLERY = "gallery.npy";
  private static final String MEMBERS = "members.npy";
  static final List<String> FILES =
      List.of(SIMILARITY, PROBES, GALLERY, MEMBERS, StoredParts.NAMES);

  private final float[] similarity;
  private final int[] probes;
  private final int[] gallery;
  private final Map<String, BitSet> parts;

  private StoredSearch(float[] similarity, int[] probes, int[] gallery, Map<String, BitSet> parts) {
    this.similarity = similarity;
    this.probes = probes;
    this.gallery = gallery;
    this.parts = parts;
  }

  /**
   * Writes searches into a folder.
   *
   * @param similarity {@code [p, g]}, row-major
   */
  static void write(Path folder, SearchList list, float[] similarity) {
    int p = list.probes().size();
    int g = list.gallery().size();
    Map<String, Integer> numbers = new HashMap<>();
    int[] enrolled = numbered(list.gallery(), numbers);
    int[] wanted = numbered(list.probes(), numbers);
    List<BitSet> members = list.members();
    boolean[] bits = new boolean[members.size() * p];
    for (int part = 0; part < members.size(); part++) {
      int from = part * p;
      members.get(part).stream().forEach(probe -> bits[from + probe] = true);
    }
    Npy.write(folder.resolve(SIMILARITY), NpyArray.ofFloats(similarity, p, g));
    Npy.write(folder.resolve(PROBES), NpyArray.ofInts(wanted, p));
    Npy.write(folder.resolve(GALLERY), NpyArray.ofInts(enrolled, g));
    Npy.write(folder.resolve(MEMBERS), NpyArray.ofBooleans(bits, members.size(), p));
    AtomicFiles.writeFile(
        folder.resolve(StoredParts.NAMES), Json.pretty(List.copyOf(list.parts().keySet())));
  }

  private static int[] numbered(Roster roster, Map<String, Integer> numbers) {
    return roster.subjects().stream()
        .mapToInt(subject -> numbers.computeIfAbsent(subject, s -> numbers.size()))
        .toArray();
  }

  /**
   * Reads searches from a folder.
   *
   * @throws CorruptDataException if a file is broken or they do not fit together
   */
  static StoredSearch read(Path folder) {
    float[] similarity = Npy.read(folder.resolve(SIMILARITY)).floats();
    int[] probes = ints(folder.resolve(PROBES));
    int[] gallery = ints(folder.resolve(GALLERY));
    boolean[] bits = Npy.read(folder.resolve(MEMBERS)).booleans();
    List<String> names = StoredParts.names(folder);
    boolean fits =
        similarity.length == (long) probes.length * gallery.length
            && bits.length == (long) names.size() * probes.length;
    if (!fits) {
      throw new CorruptDataException(folder + ": the arrays of a search differ in length");
    }
    Map<String, BitSet> parts = new LinkedHashMap<>();
    for (int part = 0; part < names.size(); part++) {
      BitSet members = new BitSet();
      for (int probe = 0; probe < probes.length; probe++) {
        members.set(probe, bits[part * probes.length + probe]);
      }
      parts.put(names.get(part), members);
    }
    return new StoredSearch(similarity, probes, gallery, parts);
  }

  private static int[] ints(Path file) {
    return Arrays.stream(Npy.read(file).longs()).mapToInt(Math::toIntExact).toArray();
  }

  /** Returns all similarities. */
  double[] similarities() {
    return IntStream.range(0, similarity.length).mapToDouble(i -> similarity[i]).toArray();
  }

  /** Measures every part by {@link SearchRates#STANDARD}. */
  PartReports measure(Seed seed) {
    Map<String, MetricReport> reports = new LinkedHashMap<>();
    parts.forEach(
        (name, members) ->
            reports.put(
                name,
                SearchMetrics.report(searches(members), seed.child(name), SearchRates.STANDARD)));
    return PartReports.of(reports);
  }

  private Searches searches(BitSet members) {
    int g = gallery.length;
    float[] rows = new float[Math.multiplyExact(members.cardinality(), g)];
    List<String> subjects = new ArrayList<>();
    for (int probe = members.nextSetBit(0); probe >= 0; probe = members.nextSetBit(probe + 1)) {
      System.arraycopy(similarity, probe * g, rows, subjects.size() * g, g);
      subjects.add(Integer.toString(probes[probe]));
    }
    return Searches.of(
            SearchScores.takeOver(rows, Roster.ofSubjects(subjects), Roster.ofSubjects(gallery)))
        .withoutScores();
  }
}
