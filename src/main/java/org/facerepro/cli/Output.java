package org.facerepro.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.facerepro.core.AtomicFiles;
import org.facerepro.core.Json;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a result goes: text on stdout, or JSON to a file or stdout. */
final class Output {
  private static final String STDOUT = "-";

  @Option(
      names = "--json",
      paramLabel = "FILE|-",
      description = "Write the result as JSON to FILE, or to stdout with '-'.")
  private @Nullable String json;

  /** Prints {@code text} unless JSON takes its place, and writes {@code value} if asked to. */
  void write(PrintWriter out, String text, Object value) {
    printText(out, text);
    writeJson(out, value);
  }

  /** Prints {@code text} at once, unless stdout is for JSON. */
  void printText(PrintWriter out, String text) {
    if (!STDOUT.equals(json)) {
      out.print(text);
      out.flush();
    }
  }

  /** Writes {@code value} as JSON, if asked to. */
  void writeJson(PrintWriter out, Object value) {
    String target = json;
    if (target == null) {
      return;
    }
    if (target.equals(STDOUT)) {
      out.print(new String(Json.pretty(value), StandardCharsets.UTF_8));
      out.flush();
    } else {
      AtomicFiles.writeFile(Path.of(target), Json.pretty(value));
    }
  }
}
