package org.facerepro.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExitCodeHelpTest {
  private static final Pattern CODE = Pattern.compile("(?<=Exit: |, )\\d+(?= )");

  private static String help(String verb) {
    List<String> arguments = new ArrayList<>(List.of(verb.split(" ")));
    arguments.add("--help");
    StringWriter out = new StringWriter();
    int code =
        Main.execute(
            new PrintWriter(out),
            new PrintWriter(new StringWriter()),
            arguments.toArray(String[]::new));
    assertThat(code).isZero();
    return out.toString();
  }

  /** Returns the codes that the sentence about them names. */
  private static List<String> codes(String text) {
    String sentence = text.substring(text.indexOf("Exit: 0 ")).replaceAll("\\s+", " ");
    Matcher codes = CODE.matcher(sentence.substring(0, sentence.indexOf('.')));
    return codes.results().map(MatchResult::group).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "run, 0 1 2 3 70 74",
    "plan, 0 2 70 74",
    "archive verify, 0 1 2 70 74",
    "store verify, 0 1 2 70 74"
  })
  void help_namesTheCodesThatTheVerbEndsWith(String verb, String codes) {
    assertThat(codes(help(verb))).containsExactly(codes.split(" "));
  }

  @Test
  void theScriptOfTheNightAndItsPage_nameTheSameCodes() throws Exception {
    String script = Files.readString(Home.folder().resolve("harness/nightly.sh"));
    Path page = Home.folder().resolve("docs/nightly.md");
    assertThat(codes(script)).containsExactly("0", "1", "2", "3", "4", "70", "74");
    assertThat(codes(Files.readString(page))).isEqualTo(codes(script));
  }
}
