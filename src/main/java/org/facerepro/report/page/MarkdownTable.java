package org.facerepro.report.page;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Rows of a table in Markdown. */
final class MarkdownTable {
  private final StringBuilder text = new StringBuilder();
  private boolean filled;

  MarkdownTable(String... headings) {
    append(headings);
    text.append("|---".repeat(headings.length)).append("|\n");
  }

  MarkdownTable row(String... cells) {
    filled = true;
    append(cells);
    return this;
  }

  private void append(String... cells) {
    text.append(
        Arrays.stream(cells)
            .map(MarkdownTable::cell)
            .collect(Collectors.joining(" | ", "| ", " |\n")));
  }

  /** Writes a text so that it stays in its cell. */
  static String cell(String text) {
    String line = text.strip().replaceAll("\\s+", " ").replace("|", "\\|");
    return line.isEmpty() ? "–" : line;
  }

  /** Returns whether there are rows. */
  boolean hasRows() {
    return filled;
  }

  @Override
  public String toString() {
    return text + "\n";
  }
}
