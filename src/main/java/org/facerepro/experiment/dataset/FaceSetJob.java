package org.facerepro.experiment.dataset;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.facerepro.core.AtomicFiles;
import org.facerepro.core.Json;
import org.facerepro.core.Progress;
import org.facerepro.core.SpecException;
import org.facerepro.data.ShardJoin;
import org.facerepro.data.ShardPlan;
import org.facerepro.experiment.generation.FaceSource;
import org.facerepro.experiment.generation.RenderPool;
import org.facerepro.face.truth.AttributeHistogram;
import org.facerepro.face.truth.AttributeLabels;
import org.facerepro.face.truth.TruthFiles;

/**
 * Makes a face set in a folder, or goes on with one.
 *
 * <pre>{@code
 * GeneratorSpec spec = new GeneratorSpec(FaceDomain.GRAPHICS, 1000, 20);
 * FaceSource faces = FaceSources.of(spec, new Seed(1), PictureFormat.JPEG);
 * SetRecipe recipe =
 *     new SetRecipe(SetRecipe.SCHEMA, Json.tree(spec), 1, SetFormat.FOLDER, "jpg", 1000, "mine");
 * new FaceSetJob(Path.of("faces"), recipe, faces, ShardSelection.ALL).run(8, Progress.SILENT);
 * }</pre>
 */
public final class FaceSetJob {
  private static final String PAGE = "README.md";
  private static final String LEGEND = "-legend.json";
  private static final double NANOS = 1e9;

  private final Path folder;
  private final SetRecipe recipe;
  private final FaceSource source;
  private final ShardSelection selection;

  /**
   * Prepares a set.
   *
   * @param folder where it goes; new, empty, or with the same set, whole or in part
   * @param selection shards to make; all of them unless the format is {@code SHARDS}
   */
  public FaceSetJob(Path folder, SetRecipe recipe, FaceSource source, ShardSelection selection) {
    this.folder = folder;
    this.recipe = recipe;
    this.source = source;
    this.selection = selection;
  }

  /**
   * What a run did.
   *
   * @param made pictures rendered
   * @param kept pictures that were there
   * @param seconds spent on rendering and writing, without the card
   * @param complete whether the whole set is there, and its card
   */
  public record Outcome(int made, int kept, double seconds, boolean complete) {}

  /**
   * Renders what is missing; once the set is whole, assembles it and writes its card.
   *
   * @throws org.facerepro.core.SpecException if the folder holds another set or other files
   * @throws org.facerepro.core.InvalidValueException if nobody meets the specification's condition
   * @throws org.facerepro.core.StorageException if it cannot be written to
   */
  public Outcome run(int threads, Progress progress) {
    RenderPool.requireThreads(threads);
    selection.of(new ShardPlan(source.samples(), recipe.samplesPerShard()));
    requireRoomForCompanions();
    source.requireDrawable();
    recipe.claim(folder);
    if (recipe.format() == SetFormat.REC && RecordTarget.isFinished(folder)) {
      return new Outcome(0, source.samples(), 0, true);
    }
    SetTarget target = target();
    int kept = target.present();
    int wanted = target.wanted();
    long start = System.nanoTime();
    if (kept < wanted) {
      render(target, threads, progress, kept, wanted);
    }
    boolean whole = target.isWhole();
    if (whole) {
      target.assemble();
    }
    double seconds = (System.nanoTime() - start) / NANOS;
    if (whole) {
      describe(target, progress);
      target.tidy();
    }
    return new Outcome(wanted - kept, kept, seconds, whole);
  }

  private void requireRoomForCompanions() {
    if (recipe.format() == SetFormat.BASEL && !source.companions().contains("rps")) {
      throw new SpecException(
          "the format basel holds parameters of a morphable model: name one (--model, or"
              + " built-in)");
    }
    if (recipe.format() == SetFormat.REC && !source.companions().isEmpty()) {
      throw new SpecException(
          "a .rec holds pictures only, no %s: choose the format shards or folder"
              .formatted(String.join(", ", source.companions())));
    }
  }

  /**
   * Brings shards made elsewhere together in the folder and completes the set.
   *
   * @param sources folders with shards of this set
   * @throws org.facerepro.core.SpecException if a shard belongs to another set
   * @throws org.facerepro.core.DataUnavailableException if shards are missing
   */
  public Outcome join(List<Path> sources, Progress progress) {
    long start = System.nanoTime();
    ShardJoin join = ShardJoin.find(sources, folder, recipe.origin().hex());
    recipe.claim(folder);
    join.complete();
    describe(target(), progress);
    double seconds = (System.nanoTime() - start) / NANOS;
    return new Outcome(0, source.samples(), seconds, true);
  }

  private SetTarget target() {
    return switch (recipe.format()) {
      case SHARDS -> new ShardTarget(folder, recipe, source, selection);
      case FOLDER -> new FolderTarget(folder, source);
      case REC -> new RecordTarget(folder, recipe, source);
      case BASEL -> new BaselTarget(folder, source);
    };
  }

  private void render(SetTarget target, int threads, Progress progress, int kept, int wanted) {
    try (RenderPool pool = new RenderPool(source, threads);
        Progress.Task task = progress.start("generate", wanted - kept, "images")) {
      target.render(pool, task::advance);
    }
  }

  private void describe(SetTarget target, Progress progress) {
    CardCount count = new CardCount();
    try (Progress.Task task = progress.start("card", source.samples(), "images")) {
      target.readAll(
          face -> {
            count.add(face);
            task.advance(1);
          });
    }
    SetCard card =
        new SetCard(
            SetCard.SCHEMA,
            source.info().name(),
            source.info().licence(),
            source.info().realDataUse(),
            recipe,
            source.subjects(),
            source.samplesPerSubject(),
            count.pictures(recipe.picture(), source.info().side()),
            count.distances().distances().orElse(null),
            count.attributes(),
            labels(target),
            source.laws(),
            target.hashes(),
            source.model().orElse(null));
    source
        .legends()
        .forEach((map, legend) -> AtomicFiles.writeFile(folder.resolve(map + LEGEND), legend));
    AtomicFiles.writeFile(folder.resolve(PAGE), CardPage.of(card).getBytes(UTF_8));
    AtomicFiles.writeFile(folder.resolve(SetCard.FILE), Json.pretty(card));
  }

  private Map<String, AttributeHistogram.Count> labels(SetTarget target) {
    AttributeHistogram histogram = new AttributeHistogram();
    if (source.companions().contains(TruthFiles.JSON)) {
      target.readTruth(
          truth -> {
            JsonNode written = truth.path("attributes");
            if (written.isObject()) {
              histogram.add(AttributeLabels.written(name -> written.path(name).asInt()));
            }
          });
    }
    return histogram.pictures() == 0 ? Map.of() : histogram.toMap();
  }

  /** Returns where the card is, once the set is complete. */
  public Path card() {
    return folder.resolve(SetCard.FILE);
  }
}
