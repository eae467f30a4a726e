package org.facerepro.cli;

import java.nio.file.Path;
import java.util.Objects;
import org.facerepro.core.AtomicFiles;
import org.facerepro.core.SpecException;
import org.facerepro.experiment.dataset.ComponentSheet;
import org.facerepro.experiment.dataset.Preview;
import org.facerepro.experiment.generation.FaceSource;
import org.facerepro.face.ComponentFaces;
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

  @Option(
      names = "--preview-component",
      paramLabel = "NAME",
      description =
          "Let the sheet show one face with components at -2, 0 and 2 standard deviations"
              + " (named expressions 0, 0.5, 1): all, shape, colour, expression, or one such as"
              + " shape.nose-width or, of a model, shape.#3.")
  private @Nullable String component;

  boolean isOfComponents() {
    return component != null;
  }

  /** Writes the sheet of components and returns its place. */
  String write(ComponentFaces faces) {
    Path file = Objects.requireNonNull(preview, "asked only where a file is named");
    String wanted = Objects.requireNonNull(component, "asked only where components are");
    AtomicFiles.writeFile(file, ImageCodec.png(ComponentSheet.of(faces, wanted)));
    return file.toString();
  }

  boolean isAsked() {
    return preview != null;
  }

  /**
   * Requires that the options go together.
   *
   * @throws SpecException if they do not
   */
  void check() {
    if (subject != null && preview == null) {
      throw new SpecException("--preview-subject needs --preview FILE.png");
    }
    if (component != null && preview == null) {
      throw new SpecException("--preview-component needs --preview FILE.png");
    }
    if (component != null && subject != null) {
      throw new SpecException("--preview-component and --preview-subject exclude each other");
    }
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
