package org.facerepro.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pages of the project against the archives that they name; {@code check} recomputes those. */
class CommittedPagesTest {
  private static final Path HOME =
      Path.of(System.getProperty("facerepro.home", "")).toAbsolutePath();
  private static final Pattern COMMAND =
      Pattern.compile("(?m)^\\./facerepro page (.+) --title '([^']+)' --out (\\S+) --check$");

  static List<Path> pages() throws IOException {
    try (Stream<Path> files = Files.list(HOME.resolve("docs/experiments"))) {
      return files.filter(file -> file.toString().endsWith(".md")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void page_isThatOfTheArchivesItNames(Path file) throws IOException {
    Matcher command = COMMAND.matcher(Files.readString(file));
    assertThat(command.find()).as("tells how it is checked").isTrue();
    List<Path> archives = Stream.of(command.group(1).split(" ")).map(HOME::resolve).toList();
    PaperPage page = PaperPage.of(HOME.resolve(command.group(3)), command.group(2), archives, HOME);
    assertThat(page.files()).containsKey(file);
    assertThat(PageCheck.of(page, List.of())).isEmpty();
  }
}
