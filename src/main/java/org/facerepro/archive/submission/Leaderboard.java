package org.facerepro.archive.submission;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.facerepro.archive.PublishedModel;
import org.facerepro.core.Json;

/**
 * The networks that submitted archives carry, by their accuracy on real faces.
 *
 * @param schema {@code facerepro/leaderboard/v1}
 * @param rows best first; of two equal ones the one whose path comes first
 */
public record Leaderboard(String schema, List<Row> rows) {
  public static final String SCHEMA = "facerepro/leaderboard/v1";

  /** The protocol that ranks: real faces, whole people held out. */
  public static final String PROTOCOL = "lfw-dev";

  public Leaderboard {
    rows = List.copyOf(rows);
  }

  /**
   * One network.
   *
   * @param rank from 1; equal accuracies share the smaller
   * @param entry its archive
   * @param model what it is
   * @param score on {@link #PROTOCOL}
   */
  public record Row(
      int rank, ResultsIndex.Entry entry, IndexedModel model, PublishedModel.Score score) {}

  /** A network that has the score that ranks. */
  private record Ranked(ResultsIndex.Entry entry, IndexedModel model, PublishedModel.Score score) {
    static Optional<Ranked> of(ResultsIndex.Entry entry) {
      IndexedModel model = entry.model();
      return model == null
          ? Optional.empty()
          : model.score(PROTOCOL).map(score -> new Ranked(entry, model, score));
    }

    double accuracy() {
      return score.accuracy();
    }
  }

  /**
   * Ranks the networks of the index in a folder of results.
   *
   * @throws org.facerepro.core.DataUnavailableException if there is no index
   */
  public static Leaderboard read(Path results) {
    return of(Json.read(results.resolve(ResultsIndex.FILE), ResultsIndex.class));
  }

  /** Ranks the networks of an index; those without the score that ranks are left out. */
  public static Leaderboard of(ResultsIndex index) {
    List<Ranked> ranked =
        index.results().stream()
            .flatMap(entry -> Ranked.of(entry).stream())
            .sorted(Comparator.comparingDouble(Ranked::accuracy).reversed())
            .toList();
    return new Leaderboard(
        SCHEMA,
        ranked.stream()
            .map(
                each ->
                    new Row(
                        1
                            + (int)
                                ranked.stream()
                                    .filter(other -> other.accuracy() > each.accuracy())
                                    .count(),
                        each.entry(),
                        each.model(),
                        each.score()))
            .toList());
  }

  /** Returns the archive of the best network that saw no real face in training. */
  Optional<ResultsIndex.Entry> defaultModel() {
    return rows.stream().filter(row -> row.model().sawNoRealFace()).map(Row::entry).findFirst();
  }
}
