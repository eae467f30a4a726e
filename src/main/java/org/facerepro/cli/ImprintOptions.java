package org.facerepro.cli;

import org.facerepro.archive.Imprint;
import org.facerepro.experiment.CompletedRun;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Who stands for the archives of runs. */
final class ImprintOptions {

  @Option(
      names = "--author",
      paramLabel = "NAME",
      description = "Who stands for the result; needed before it can be submitted.")
  private String author = Imprint.NOBODY;

  @Option(names = "--author-url", paramLabel = "URL", description = "Page or ORCID of the author.")
  private @Nullable String authorUrl;

  @Option(
      names = "--licence",
      paramLabel = "URL",
      description = "Terms of the archive; default: ${DEFAULT-VALUE}.",
      defaultValue = Imprint.LICENCE)
  private String licence = Imprint.LICENCE;

  /** Makes the imprint of a run, dated on the day on which it was finished. */
  Imprint of(CompletedRun run) {
    return Imprint.of(author, authorUrl, licence, run, System.getenv());
  }
}
