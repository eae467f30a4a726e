package org.facerepro.report;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.facerepro.archive.PublishedModel;
import org.facerepro.archive.submission.IndexedModel;
import org.facerepro.archive.submission.Leaderboard;
import org.jspecify.annotations.Nullable;

/** The leaderboard for people, on a terminal and as a page in Markdown. */
public final class LeaderboardText {
  private static final double PERCENT = 100;
  private static final String NOT_TOLD = "–";

  private static final List<String> HEADINGS =
      List.of(
          "rank",
          "model",
          "real faces seen in training",
          "real faces that gave statistics alone",
          "accuracy on LFW's development list",
          "95 % interval",
          "network",
          "parameters",
          "training",
          "whole run",
          "archive");

  private static final String ABOUT =
      """
      # Leaderboard

      Networks that submitted archives carry, ranked by tenfold accuracy on the development list of LFW (`%s`, 4,420 comparisons of people held out; not the official list, so numbers of others are not
      comparable). Everything recomputes from the archive: `./facerepro archive recompute FILE`. Each row is one run with one seed; the interval is over subjects, not over seeds. Times are those of the
      machine that ran it.

      """;

  private LeaderboardText() {}

  /** Returns a table for terminals. */
  public static String plain(Leaderboard board) {
    if (board.rows().isEmpty()) {
      return "no submitted archive carries a network with an accuracy on %s%n"
          .formatted(Leaderboard.PROTOCOL);
    }
    TextTable table = new TextTable(HEADINGS.toArray(String[]::new));
    board.rows().forEach(row -> table.row(cells(row, row.entry().path()).toArray(String[]::new)));
    return table.toString();
  }

  /**
   * Returns a page.
   *
   * @param results relative address of the folder of results, with a slash at its end
   */
  public static String markdown(Leaderboard board, String results) {
    StringBuilder page = new StringBuilder(ABOUT.formatted(Leaderboard.PROTOCOL));
    if (board.rows().isEmpty()) {
      return page.append("No network was submitted yet.\n").toString();
    }
    line(page, HEADINGS);
    line(page, HEADINGS.stream().map(heading -> "---").toList());
    for (Leaderboard.Row row : board.rows()) {
      String path = row.entry().path();
      String name = path.substring(path.lastIndexOf('/') + 1);
      line(page, cells(row, "[%s](%s%s)".formatted(name, results, path)));
    }
    return page.toString();
  }

  private static void line(StringBuilder page, List<String> cells) {
    page.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }

  private static List<String> cells(Leaderboard.Row row, String archive) {
    IndexedModel model = row.model();
    PublishedModel.Score score = row.score();
    return List.of(
        Integer.toString(row.rank()),
        row.entry().title().replace("|", "/"),
        model.realFaces().replace("|", "/"),
        Objects.requireNonNullElse(model.realStatistics(), PublishedModel.NONE).replace("|", "/"),
        percent(score.accuracy()) + " %",
        interval(score.low(), score.high()),
        "%s, %d pixels".formatted(model.network(), model.inputSize()),
        String.format(Locale.ROOT, "%,d", model.parameters()),
        time(model.trainingSeconds()),
        time(model.runSeconds()),
        archive);
  }

  private static String interval(@Nullable Double low, @Nullable Double high) {
    return low == null || high == null ? NOT_TOLD : percent(low) + " to " + percent(high);
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.2f", PERCENT * share);
  }

  private static String time(@Nullable Double seconds) {
    return seconds == null ? NOT_TOLD : Amount.seconds(seconds);
  }
}
