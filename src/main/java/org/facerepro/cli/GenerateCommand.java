package org.facerepro.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.facerepro.core.Seed;
import org.facerepro.core.SpecException;
import org.facerepro.experiment.CodeVersion;
import org.facerepro.experiment.dataset.FaceSetJob;
import org.facerepro.experiment.dataset.SetFormat;
import org.facerepro.experiment.dataset.SetRecipe;
import org.facerepro.experiment.dataset.ShardSelection;
import org.facerepro.experiment.generation.FaceSource;
import org.facerepro.experiment.generation.FaceSources;
import org.facerepro.experiment.generation.RenderPool;
import org.facerepro.face.GeneratorSpec;
import org.facerepro.image.PictureFormat;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Renders a face set. */
@Command(
    name = "generate",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Render synthetic faces into a face set, an image folder or an InsightFace .rec.",
      "The same specification and seed give the same bytes on any number of threads. An interrupted"
          + " run goes on when the same command is given again."
    })
final class GenerateCommand implements Callable<Integer> {

  @Mixin private final GeneratorOptions generator = new GeneratorOptions();

  @Mixin private final BaselOptions basel = new BaselOptions();

  @Option(names = "--seed", paramLabel = "N", description = "Seed of all randomness; default: 1.")
  private @Nullable Long seed;

  @Option(names = "--out", paramLabel = "DIR", description = "Folder of the set: new, or begun.")
  private @Nullable Path out;

  @Option(
      names = "--format",
      paramLabel = "NAME",
      description =
          "shards (default): WebDataset tar files with an index; folder: <subject>/<sample>.jpg;"
              + " rec: InsightFace's train.rec; basel (default with --basel-config): the Basel"
              + " generator's img/ rps/ csv/ tlms/, with a model.")
  private @Nullable SetFormat askedFormat;

  @Option(
      names = "--picture",
      paramLabel = "NAME",
      description =
          "jpeg (default) of the quality drawn for each picture, or png (the only one of basel).")
  private @Nullable PictureFormat askedPicture;

  @Option(
      names = "--shard-size",
      defaultValue = "1000",
      paramLabel = "N",
      description = "Pictures of each shard but the last; default: ${DEFAULT-VALUE}.")
  private int shardSize;

  @Option(
      names = "--shards",
      paramLabel = "LIST",
      description =
          "Make only these shards, such as 0,3-5 (5 is made), in any order on any machine; the one"
              + " that completes a folder writes its index.")
  private @Nullable String shards;

  @Option(
      names = "--join",
      arity = "1..*",
      paramLabel = "DIR",
      description = "Bring the shards of these folders together in --out, then complete the set.")
  private List<Path> join = List.of();

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Threads that render; default: one per processor.")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Mixin private final PreviewOptions preview = new PreviewOptions();

  @Option(names = "--dry-run", description = "Only say what would be made and how large it is.")
  private boolean dryRun;

  @Mixin private final Output output = new Output();

  @Spec private CommandSpec command = CommandSpec.create();

  @Override
  public Integer call() {
    check();
    if (preview.isOfComponents()) {
      GeneratorSpec spec = generator.ofOneSubject();
      Seed root = new Seed(seed == null ? 1 : seed);
      command
          .commandLine()
          .getOut()
          .println("preview: " + preview.write(FaceSources.components(spec, root)));
      return ExitCode.OK;
    }
    ToGenerate faces = faces();
    FaceSource source = faces.source();
    source.remarks().forEach(text -> command.commandLine().getErr().println("note: " + text));
    SetRecipe recipe = recipe(faces);
    if (dryRun) {
      output.write(command.commandLine().getOut(), GenerationText.plan(recipe, source), recipe);
      return ExitCode.OK;
    }
    String sheet = preview.write(source, threads);
    Generation done =
        out == null ? GenerationText.previewOnly(source, sheet) : make(out, recipe, source, sheet);
    output.write(command.commandLine().getOut(), GenerationText.of(done), done);
    return ExitCode.OK;
  }

  private ToGenerate faces() {
    return basel.isAsked()
        ? basel.prepare(generator, seed, picture())
        : ToGenerate.of(generator.spec(), seed == null ? 1 : seed, picture(), format());
  }

  private SetFormat format() {
    SetFormat usual = basel.isAsked() ? SetFormat.BASEL : SetFormat.SHARDS;
    return askedFormat == null ? usual : askedFormat;
  }

  private PictureFormat picture() {
    PictureFormat usual = format() == SetFormat.BASEL ? PictureFormat.PNG : PictureFormat.JPEG;
    return askedPicture == null ? usual : askedPicture;
  }

  private void check() {
    preview.check();
    if (preview.isOfComponents() && (out != null || basel.isAsked())) {
      throw new SpecException(
          "--preview-component makes a sheet and nothing else: leave --out and --basel-config out");
    }
    if (out == null && !preview.isAsked() && !dryRun) {
      throw new SpecException("give --out DIR, --preview FILE.png or --dry-run");
    }
    if (format() == SetFormat.BASEL && picture() != PictureFormat.PNG) {
      throw new SpecException("--format basel has --picture png only");
    }
    boolean parts = shards != null || !join.isEmpty();
    if (parts && format() != SetFormat.SHARDS) {
      throw new SpecException("--shards and --join go with --format shards only");
    }
    if (shards != null && !join.isEmpty()) {
      throw new SpecException("--shards and --join exclude each other");
    }
  }

  private SetRecipe recipe(ToGenerate faces) {
    return new SetRecipe(
        SetRecipe.SCHEMA,
        faces.generator(),
        faces.seed(),
        format(),
        picture().extension(),
        shardSize,
        CodeVersion.of(
            RenderPool.class, List.of("core", "image", "face", "data", "experiment/generation")));
  }

  private Generation make(
      Path folder, SetRecipe recipe, FaceSource source, @Nullable String sheet) {
    ShardSelection selection = shards == null ? ShardSelection.ALL : ShardSelection.parse(shards);
    FaceSetJob job = new FaceSetJob(folder, recipe, source, selection);
    StopNotice notice = new StopNotice(folder);
    try {
      FaceSetJob.Outcome done =
          join.isEmpty()
              ? job.run(threads, PlaceOptions.progress())
              : job.join(join, PlaceOptions.progress());
      return GenerationText.result(source, done, folder, job.card(), sheet);
    } finally {
      notice.withdraw();
    }
  }
}
