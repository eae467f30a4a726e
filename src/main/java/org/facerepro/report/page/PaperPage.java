package org.facerepro.report.page;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.facerepro.core.AtomicFiles;
import org.facerepro.core.Require;
import org.jspecify.annotations.Nullable;

/**
 * A page in Markdown about the experiments on one paper, with plots and a table of all numbers in a
 * folder beside it. Every number comes from the archives; the same archives give the same bytes.
 */
public final class PaperPage {
  static final String NUMBERS = "numbers.csv";
  private static final String ENDING = ".md";

  private final Path file;
  private final List<Evidence> evidence;
  private final String title;
  private final String command;

  private PaperPage(Path file, List<Evidence> evidence, String title, String command) {
    this.file = file;
    this.evidence = evidence;
    this.title = title;
    this.command = command;
  }

  /**
   * Prepares a page.
   *
   * @param file where it goes, {@code .md}
   * @param title its heading; that of the first experiment if null
   * @param archives archives of runs or trials, in the order of the page
   * @param home folder of the project; files below it are named from there, others by their name
   * @throws org.facerepro.core.CorruptDataException if anything in an archive was altered
   */
  public static PaperPage of(Path file, @Nullable String title, List<Path> archives, Path home) {
    Require.that(!archives.isEmpty(), "archives", "at least one", archives);
    Require.that(name(file).endsWith(ENDING), "out", "a file that ends in .md", file);
    List<Evidence> evidence =
        archives.stream().map(archive -> Evidence.of(archive, shown(archive, home))).toList();
    String heading = title == null ? evidence.get(0).spec().title() : title;
    StringBuilder command = new StringBuilder("./facerepro page");
    evidence.forEach(each -> command.append(' ').append(each.archive()));
    command.append(title == null ? "" : " --title '" + title.replace("'", "'\\''") + "'");
    command.append(" --out ").append(shown(file, home));
    return new PaperPage(file, evidence, heading, command.toString());
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }

  private static String shown(Path file, Path home) {
    Path whole = file.toAbsolutePath().normalize();
    Path root = home.toAbsolutePath().normalize();
    return whole.startsWith(root)
        ? root.relativize(whole).toString().replace('\\', '/')
        : name(file);
  }

  /** Returns the folder with what belongs to the page. */
  Path folder() {
    String page = name(file);
    return file.resolveSibling(page.substring(0, page.length() - ENDING.length()));
  }

  /** Returns all files of the page with their content, the page first. */
  Map<Path, byte[]> files() {
    Map<Path, byte[]> files = new LinkedHashMap<>();
    files.put(file, bytes(text()));
    files.put(folder().resolve(NUMBERS), bytes(NumberSection.csv(evidence)));
    PlotSection.documents(evidence)
        .forEach((name, svg) -> files.put(folder().resolve(name), bytes(svg)));
    return files;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Writes the page and what belongs to it. */
  public void write() {
    files().forEach(AtomicFiles::writeFile);
  }

  private String text() {
    String folder = name(folder());
    return "# "
        + title
        + "\n\n"
        + introduction()
        + question()
        + ClaimSection.of(evidence)
        + PublishedSection.of(evidence)
        + GateSection.of(evidence)
        + PlotSection.of(evidence, folder)
        + NumberSection.of(evidence, folder + "/" + NUMBERS)
        + SetupSection.of(evidence)
        + SourceSection.data(evidence)
        + SourceSection.choices(evidence)
        + SourceSection.commands(evidence, command)
        + SourceSection.archives(evidence).stripTrailing()
        + "\n";
  }

  private String introduction() {
    Set<String> papers = new LinkedHashSet<>();
    evidence.forEach(each -> papers.add(each.spec().reproduces()));
    papers.remove("none");
    return (papers.isEmpty() ? "" : "Paper: " + String.join("; ", papers) + ". ")
        + "This page is made from the archives named at its end and holds no other numbers;"
        + " `--check` recomputes them and names every line that differs.\n\n";
  }

  private String question() {
    StringBuilder text = new StringBuilder("## Question\n\n");
    Set<String> seen = new LinkedHashSet<>();
    for (Evidence each : evidence) {
      if (seen.add(each.spec().id())) {
        text.append("**%s** (`%s`). ".formatted(each.spec().title(), each.spec().id()))
            .append(MarkdownTable.cell(each.spec().description()))
            .append("\n\n");
      }
    }
    return text.toString();
  }
}
