package org.facerepro.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.facerepro.archive.DataCard;
import org.facerepro.archive.Imprint;
import org.facerepro.archive.StoredArchive;
import org.facerepro.archive.StoredRun;
import org.facerepro.archive.StoredTrial;
import org.facerepro.experiment.Environment;
import org.facerepro.experiment.RunResult;
import org.facerepro.report.ResultText;
import org.facerepro.report.TextTable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows what is in an archive. */
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    description = "Show result, or trial, environment, data and entries of an archive.")
final class ArchiveShowCommand implements Callable<Integer> {

  /**
   * An archive as JSON.
   *
   * @param schema {@code facerepro/archive/v1}
   * @param author who stands for it
   * @param licence its terms
   * @param published the day
   * @param result the result
   * @param environment machine and software
   * @param data what the pictures are, by stage
   * @param entries SHA-256 of each entry
   */
  record Shown(
      String schema,
      @Nullable String author,
      @Nullable String licence,
      @Nullable String published,
      RunResult result,
      @Nullable Environment environment,
      Map<String, DataCard> data,
      Map<String, String> entries) {}

  @Parameters(index = "0", paramLabel = "FILE", description = "An archive (.tar.gz).")
  private Path file = Path.of("");

  @Mixin private final Output output = new Output();

  @Spec private CommandSpec command = CommandSpec.create();

  @Override
  public Integer call() {
    try (StoredArchive stored = StoredArchive.open(file)) {
      if (stored instanceof StoredTrial trial) {
        ShownTrial shown = ShownTrial.of(trial);
        output.write(command.commandLine().getOut(), shown.text(), shown);
      } else if (stored instanceof StoredRun run) {
        Shown shown = shown(run);
        output.write(command.commandLine().getOut(), text(shown, run.file()), shown);
      }
      return ExitCode.OK;
    }
  }

  private static Shown shown(StoredRun run) {
    Imprint imprint = run.imprint().orElse(null);
    return new Shown(
        "facerepro/archive/v1",
        imprint == null ? null : imprint.author(),
        imprint == null ? null : imprint.licence(),
        imprint == null ? null : imprint.published().toString(),
        run.result(),
        run.environment().orElse(null),
        new LinkedHashMap<>(run.data()),
        run.entryHashes());
  }

  private static String text(Shown shown, Path file) {
    StringBuilder text = new StringBuilder(ResultText.of(shown.result, file).stripLeading());
    if (shown.author != null) {
      text.append(
          "author: %s, published %s, licence %s%n"
              .formatted(shown.author, shown.published, shown.licence));
    }
    Environment environment = shown.environment;
    if (environment != null) {
      text.append(EnvironmentText.of(environment));
    }
    TextTable data = new TextTable("data of stage", "pictures", "licence");
    shown.data.forEach((s, card) -> data.row(s, pictures(card), oneLine(card.licence())));
    TextTable entries = new TextTable("entry", "SHA-256");
    shown.entries.forEach(entries::row);
    return text.append('\n').append(data).append('\n').append(entries).toString();
  }

  private static String pictures(DataCard card) {
    return Integer.toString(card.pictures());
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s+", " ");
  }
}
