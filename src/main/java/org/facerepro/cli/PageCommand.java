package org.facerepro.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.facerepro.report.page.PageCheck;
import org.facerepro.report.page.PaperPage;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a page about the experiments on a paper, or checks one. */
@Command(
    name = "page",
    mixinStandardHelpOptions = true,
    description =
        "Write a page about the experiments on a paper from their archives: claims, plots, numbers,"
            + " set-up, data, choices, commands.")
final class PageCommand implements Callable<Integer> {

  /**
   * A page as JSON.
   *
   * @param schema {@code facerepro/page/v1}
   * @param page the file
   * @param sound whether nothing differs
   * @param findings what differs, with --check
   */
  record Page(String schema, String page, boolean sound, List<String> findings) {}

  @Parameters(
      arity = "1..*",
      paramLabel = "ARCHIVE",
      description = "Archives of runs or trials, in the order of the page.")
  private List<Path> archives = List.of();

  @Option(names = "--out", required = true, paramLabel = "FILE.md", description = "The page.")
  private Path out = Path.of("");

  @Option(
      names = "--title",
      description = "Heading of the page; default: the title of the first experiment.")
  private @Nullable String title;

  @Option(
      names = "--check",
      description =
          "Write nothing: recompute the archives, make the page again, and name every line of the"
              + " page, its plots and its table that differs; exit 1 if any does.")
  private boolean check;

  @Mixin private final Output output = new Output();

  @Spec private CommandSpec command = CommandSpec.create();

  @Override
  public Integer call() {
    PaperPage page = PaperPage.of(out, title, archives, Home.folder());
    List<String> findings = check ? PageCheck.of(page, archives) : List.of();
    if (!check) {
      page.write();
    }
    StringBuilder text = new StringBuilder();
    findings.forEach(finding -> text.append(finding).append('\n'));
    text.append(out).append(says(findings)).append('\n');
    output.write(
        command.commandLine().getOut(),
        text.toString(),
        new Page("facerepro/page/v1", out.toString(), findings.isEmpty(), findings));
    return findings.isEmpty() ? ExitCode.OK : ExitCode.FAILED;
  }

  private String says(List<String> findings) {
    if (!check) {
      return ": written from %d archives".formatted(archives.size());
    }
    return findings.isEmpty()
        ? ": every number is that of its archive, recomputed"
        : ": NOT as its archives say, %d findings".formatted(findings.size());
  }
}
