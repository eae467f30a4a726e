package org.facerepro.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import org.facerepro.core.Json;
import org.facerepro.experiment.dataset.FaceSetJob;
import org.facerepro.experiment.dataset.SetRecipe;
import org.facerepro.experiment.dataset.SizeEstimate;
import org.facerepro.experiment.generation.FaceSource;
import org.jspecify.annotations.Nullable;

/** The results of {@code generate} for people. */
final class GenerationText {
  private static final double MEBI = 1 << 20;

  private GenerationText() {}

  static String plan(SetRecipe recipe, FaceSource source) {
    return String.format(
        Locale.ROOT,
        "%d subjects, %d pictures of each, %d in all; about %.1f MiB%n%s",
        source.subjects(),
        source.samplesPerSubject(),
        source.samples(),
        SizeEstimate.bytes(source, recipe.format()) / MEBI,
        new String(Json.pretty(recipe), StandardCharsets.UTF_8));
  }

  static Generation previewOnly(FaceSource source, @Nullable String sheet) {
    return new Generation(
        Generation.SCHEMA,
        source.subjects(),
        source.samplesPerSubject(),
        source.samples(),
        0,
        0,
        0,
        0,
        false,
        null,
        null,
        sheet);
  }

  static Generation result(
      FaceSource source, FaceSetJob.Outcome done, Path folder, Path card, @Nullable String sheet) {
    return new Generation(
        Generation.SCHEMA,
        source.subjects(),
        source.samplesPerSubject(),
        source.samples(),
        done.made(),
        done.kept(),
        done.seconds(),
        done.made() == 0 ? 0 : done.made() / done.seconds(),
        done.complete(),
        folder.toString(),
        done.complete() ? card.toString() : null,
        sheet);
  }

  static String of(Generation done) {
    StringBuilder text = new StringBuilder();
    if (done.preview() != null) {
      text.append("preview: ").append(done.preview()).append('\n');
    }
    if (done.folder() != null) {
      text.append(
          String.format(
              Locale.ROOT,
              "%s: %d pictures made, %d were there, %.1f s, %.0f images/s%n",
              done.folder(),
              done.made(),
              done.kept(),
              done.seconds(),
              done.imagesPerSecond()));
      text.append(
          done.card() == null
              ? "the set is not complete: other shards are missing\n"
              : "card: " + done.card() + "\n");
    }
    return text.toString();
  }
}
