package org.facerepro.cli;

import org.facerepro.experiment.helper.MachineParts;
import picocli.CommandLine.Option;

/** How many processes work. */
final class JobsOption {

  @Option(
      names = "--jobs",
      defaultValue = "1",
      paramLabel = "N",
      description =
          "Let N processes of this program share the work and the machine; default: 1, this one."
              + " On the CPU only.")
  private int jobs = 1;

  MachineParts parts() {
    return MachineParts.of(jobs);
  }
}
