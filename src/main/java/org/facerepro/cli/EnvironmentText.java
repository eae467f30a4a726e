package org.facerepro.cli;

import org.facerepro.experiment.Environment;

/** Machine and software of a run as a line. */
final class EnvironmentText {
  private EnvironmentText() {}

  static String of(Environment environment) {
    return "made by: FaceRepro %s (%s), Java %s, %s, %s, %s%n"
        .formatted(
            environment.facerepro(),
            environment.revision(),
            environment.java(),
            environment.os(),
            environment.cpu(),
            environment.compute());
  }
}
