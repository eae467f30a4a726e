package org.facerepro.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** Holds what the documents say of the command line against the command line. */
class DocumentsTest {
  private static final Path HOME = Path.of(System.getProperty("facerepro.home", ""));
  private static final Pattern COMMAND =
      Pattern.compile("(?:^|[\\s`])(?:\\./)?facerepro ((?:[a-z]|--)[^`\\n]*)", Pattern.MULTILINE);
  private static final Pattern OPTION = Pattern.compile("(?<![\\w-])--[a-z][a-z-]*");

  private static List<Path> documents() throws IOException {
    List<Path> documents =
        new ArrayList<>(List.of(HOME.resolve("README.md"), HOME.resolve("results/README.md")));
    try (Stream<Path> files = Files.walk(HOME.resolve("docs"))) {
      files.filter(file -> file.toString().endsWith(".md")).sorted().forEach(documents::add);
    }
    return documents;
  }

  private static String everyDocument() throws IOException {
    StringBuilder text = new StringBuilder();
    for (Path document : documents()) {
      text.append(Files.readString(document)).append('\n');
    }
    return text.toString();
  }

  private static CommandLine program() {
    return new CommandLine(new Main());
  }

  private static Stream<Named<CommandLine>> verbs() {
    return program().getSubcommands().values().stream()
        .flatMap(DocumentsTest::withItsOwn)
        .map(verb -> Named.of(name(verb), verb));
  }

  private static Stream<CommandLine> withItsOwn(CommandLine verb) {
    Stream<CommandLine> own = verb.getSubcommands().values().stream();
    return Stream.concat(Stream.of(verb), own.flatMap(DocumentsTest::withItsOwn));
  }

  private static String name(CommandLine verb) {
    return verb.getCommandSpec().qualifiedName(" ").replaceFirst("^facerepro ", "");
  }

  @ParameterizedTest
  @MethodSource("documents")
  void everyCommandLineInADocument_isOneThatTheProgramTakes(Path document) throws IOException {
    Matcher command = COMMAND.matcher(Files.readString(document).replace("\\\n", " "));
    while (command.find()) {
      assertTaken(command.group(1).replaceFirst(" #.*", ""));
    }
  }

  private static void assertTaken(String line) {
    CommandLine program = program();
    CommandLine verb = program;
    for (String word : line.split("\\s+", -1)) {
      CommandLine next = verb.getSubcommands().get(word);
      if (next == null) {
        break;
      }
      verb = next;
    }
    assertThat(verb != program || line.startsWith("--")).as(line).isTrue();
    for (String option : OPTION.matcher(line).results().map(MatchResult::group).toList()) {
      assertThat(verb.getCommandSpec().findOption(option)).as("%s in %s", option, line).isNotNull();
    }
  }

  @ParameterizedTest
  @MethodSource("verbs")
  void everyVerb_isInADocumentWithItsOptions(CommandLine verb) throws IOException {
    String documents = everyDocument();
    assertThat(documents).containsPattern(alone(name(verb)));
    for (OptionSpec option : verb.getCommandSpec().options()) {
      if (!option.versionHelp()) {
        assertThat(documents).as(name(verb)).containsPattern(alone(option.longestName()));
      }
    }
  }

  private static String alone(String word) {
    return "(?<![\\w-])" + Pattern.quote(word) + "(?![\\w-])";
  }
}
