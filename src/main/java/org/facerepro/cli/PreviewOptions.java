package org.facerepro.cli;

import java.nio.file.Path;
import org.facerepro.core.AtomicFiles;
import org.facerepro.experiment.dataset.Preview;
import org.facerepro.experiment.generation.FaceSource;
import org.facerepro.image.ImageCodec;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A contact sheet to look at. */
final class PreviewOptions {

  @Option(
      names = "--preview",
      paramLabel = "FILE.png",
      description = "Write a contact sheet of 64 subjects; without --out nothing else.")
  private @Nullable Path preview;

  @Option(
      names = "--preview-subject",
      paramLabel = "N",
      description = "Let the sheet show 64 pictures of this subject.")
  private @Nullable Integer subject;

  boolean isAsked() {
    return preview != null;
  }

  /** Returns whether only a sheet makes sense of the options given. */
  boolean isSubjectWithoutFile() {
    return subject != null && preview == null;
  }

  /** Writes the sheet and returns its place; null if none is asked for. */
  @Nullable String write(FaceSource faces, int threads) {
    Path file = preview;
    if (file == null) {
      return null;
    }
    byte[] sheet =
        ImageCodec.png(
            subject == null
                ? Preview.ofSubjects(faces, threads)
                : Preview.ofSubject(faces, subject, threads));
    AtomicFiles.writeFile(file, sheet);
    return file.toString();
  }
}
