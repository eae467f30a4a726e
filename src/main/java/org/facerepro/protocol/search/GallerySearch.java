package org.facerepro.protocol.search;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.facerepro.core.Seed;
import org.facerepro.metric.search.LeadingScores;
import org.facerepro.metric.search.Roster;
import org.facerepro.metric.search.SearchMetrics;
import org.facerepro.metric.search.SearchRates;
import org.facerepro.metric.search.SearchScores;
import org.facerepro.metric.search.Searches;
import org.facerepro.metric.search.Searches.Ties;
import org.facerepro.protocol.EvaluationResult.Part;

/** Searches vectors in a gallery of vectors. */
public final class GallerySearch {
  /** Similarities kept at once: half a gibibyte. */
  private static final long KEPT = 1 << 27;

  private GallerySearch() {}

  /**
   * Searches every probe and reports; {@code probes · gallery · d} multiplications on all
   * processors. Very many similarities are searched in pieces, which are not kept.
   *
   * @param gallery in the order of the gallery of {@code part}
   * @param probes in the order of its probes
   * @param seed of the intervals
   */
  public static Part report(
      SearchPart part, FaceVectors gallery, FaceVectors probes, SearchRates rates, Seed seed) {
    return report(part.name(), search(part, gallery, probes, KEPT), rates, seed);
  }

  /** Reports searches that were made, as a part of this name. */
  public static Part report(String name, Searches searches, SearchRates rates, Seed seed) {
    return Part.ofSearch(
        name,
        SearchMetrics.report(searches, seed.child(name), rates),
        searches.cmc(Ties.AGAINST).rates());
  }

  /**
   * Returns the cosine of every probe with every gallery entry, {@code [probes, gallery]}, float32;
   * NaN where either failed.
   */
  public static float[] similarities(FaceVectors gallery, FaceVectors probes) {
    return new CosineTable(gallery).rows(probes, 0, probes.size());
  }

  /**
   * Searches every probe as a report does and keeps what leads.
   *
   * @param impostors kept of each probe
   */
  public static LeadingScores leading(
      SearchPart part, FaceVectors gallery, FaceVectors probes, int impostors) {
    return LeadingScores.joined(
        pieces(part, gallery, probes, KEPT, scores -> LeadingScores.of(scores, impostors)));
  }

  /** Searches with at most about {@code kept} similarities in memory. */
  static Searches search(SearchPart part, FaceVectors gallery, FaceVectors probes, long kept) {
    return Searches.joined(
        pieces(part, gallery, probes, kept, scores -> Searches.of(scores).withoutScores()));
  }

  /** Returns what is taken from the similarities, at most about {@code kept} at once. */
  private static <T> List<T> pieces(
      SearchPart part,
      FaceVectors gallery,
      FaceVectors probes,
      long kept,
      Function<SearchScores, T> taken) {
    int all = probes.size();
    int atOnce = (int) Math.min(all, kept / Math.max(1, gallery.size()) + 1);
    CosineTable table = new CosineTable(gallery);
    List<T> pieces = new ArrayList<>();
    for (int from = 0; from < all; from += atOnce) {
      int to = Math.min(all, from + atOnce);
      float[] similarity = table.rows(probes, from, to);
      Roster some = slice(part.probes(), from, to);
      pieces.add(taken.apply(SearchScores.takeOver(similarity, some, part.gallery())));
    }
    return pieces;
  }

  private static Roster slice(Roster roster, int from, int to) {
    List<String> samples = roster.samples();
    return new Roster(
        samples.isEmpty() ? samples : samples.subList(from, to),
        roster.subjects().subList(from, to));
  }
}
