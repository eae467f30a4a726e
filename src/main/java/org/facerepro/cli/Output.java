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

  /** Writes {@code value} as JSON if asked to, and {@code text} unless JSON takes its place. */
  void write(PrintWriter out, String text, Object value) {
    String target = json;
    if (target == null) {
      out.print(text);
    } else if (target.equals(STDOUT)) {
      out.print(new String(Json.pretty(value), StandardCharsets.UTF_8));
    } else {
      AtomicFiles.writeFile(Path.of(target), Json.pretty(value));
      out.print(text);
    }
    out.flush();
  }
}
