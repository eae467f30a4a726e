package org.facerepro.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.facerepro.archive.ArchivedModel;
import org.facerepro.archive.PublishedModel;
import org.facerepro.core.FaceReproException;
import org.facerepro.core.SpecException;
import org.facerepro.nn.FlipMode;
import org.facerepro.train.embedding.FaceModel;
import org.facerepro.train.embedding.ModelOrigin;
import org.jspecify.annotations.Nullable;

/**
 * A model for a command, whose temporary files are gone once it is closed.
 *
 * @param model ready to be opened
 * @param archived where it was unpacked to; null if it lies somewhere as it is
 * @param remarks what users must know of a published one
 */
record ChosenModel(FaceModel model, @Nullable ArchivedModel archived, List<String> remarks)
    implements AutoCloseable {
  private static final String ARCHIVE = ".tar.gz";
  private static final double PERCENT = 100;

  /** Takes what a user named. */
  static ChosenModel at(Path place, @Nullable Path card, @Nullable FlipMode flip) {
    if (!place.toString().endsWith(ARCHIVE)) {
      return new ChosenModel(FaceModel.at(place, card, flip), null, List.of());
    }
    requireNoCard(card);
    return of(ArchivedModel.open(place), "", flip);
  }

  /**
   * Takes the default model.
   *
   * @param found opens the one of {@code results}, if there is one
   */
  static ChosenModel byDefault(
      Supplier<Optional<ArchivedModel>> found,
      Path results,
      @Nullable Path card,
      @Nullable FlipMode flip) {
    requireNoCard(card);
    return found
        .get()
        .map(archived -> of(archived, "default ", flip))
        .orElseThrow(
            () ->
                new SpecException(
                    ("give --model: there is no default model, as %s lists no archive with a"
                            + " network that saw no real face; 'archive add' puts one there")
                        .formatted(results.resolve("index.json"))));
  }

  private static void requireNoCard(@Nullable Path card) {
    if (card != null) {
      throw new SpecException(
          "--card is for networks of others: a model of this program says itself what it needs");
    }
  }

  private static ChosenModel of(ArchivedModel archived, String which, @Nullable FlipMode flip) {
    PublishedModel card = archived.card();
    try {
      FlipMode used = flip == null ? published(card) : flip;
      FaceModel model = FaceModel.of(archived.folder(), used, origin(archived.name(), card));
      return new ChosenModel(model, archived, List.of(remark(archived.name(), which, card)));
    } catch (FaceReproException e) {
      archived.close();
      throw e;
    }
  }

  /** The published numbers come first; without any, what models of this program are used with. */
  private static FlipMode published(PublishedModel card) {
    return card.scores().stream().allMatch(PublishedModel.Score::flip)
        ? FlipMode.SUM
        : FlipMode.NONE;
  }

  private static ModelOrigin origin(String name, PublishedModel card) {
    return new ModelOrigin(
        name, card.licence(), "an archive of this program", sets(card), kind(card));
  }

  private static String sets(PublishedModel card) {
    return card.faces().stream()
        .filter(faces -> faces.use().equals("learnt"))
        .map(PublishedModel.Faces::name)
        .collect(Collectors.joining(", "));
  }

  private static String kind(PublishedModel card) {
    List<Boolean> real =
        card.faces().stream()
            .filter(faces -> faces.use().equals("learnt"))
            .map(PublishedModel.Faces::real)
            .distinct()
            .toList();
    return real.size() > 1 ? "mixed" : real.contains(true) ? "real" : "synthetic";
  }

  private static String remark(String name, String which, PublishedModel card) {
    return "%smodel %s, weights SHA-256 %s, %s; real faces in training: %s%s; published: %s"
        .formatted(
            which,
            name,
            card.sha256(),
            card.licence(),
            card.realFaces(),
            card.realStatistics().isEmpty()
                ? ""
                : ", statistics alone: " + String.join(", ", card.realStatistics()),
            card.scores().isEmpty()
                ? "no accuracy"
                : card.scores().stream().map(ChosenModel::shown).collect(Collectors.joining(", ")));
  }

  private static String shown(PublishedModel.Score score) {
    Double low = score.low();
    Double high = score.high();
    String value = percent(score.accuracy());
    return low == null || high == null
        ? "%s %s %%".formatted(score.protocol(), value)
        : "%s %s %% (%s to %s)".formatted(score.protocol(), value, percent(low), percent(high));
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.2f", PERCENT * share);
  }

  @Override
  public void close() {
    if (archived != null) {
      archived.close();
    }
  }
}
