package org.facerepro.cli;

import java.nio.file.Path;
import org.facerepro.archive.ArchiveVerification;

/** Puts what came of checking an archive into lines. */
final class VerificationText {
  private VerificationText() {}

  /** Writes findings and the outcome; {@code done} says what was done to all that is sound. */
  static String of(Path file, ArchiveVerification verification, String done) {
    StringBuilder text = new StringBuilder();
    for (ArchiveVerification.Finding finding : verification.findings()) {
      text.append(finding.entry()).append(": ").append(finding.problem()).append('\n');
    }
    return text.append(file)
        .append(verification.sound() ? ": sound (" : ": NOT SOUND (")
        .append(done)
        .append(")\n")
        .toString();
  }
}
