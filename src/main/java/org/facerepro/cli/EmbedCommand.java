package org.facerepro.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.facerepro.train.embedding.EmbeddedFaces;
import org.facerepro.train.embedding.EmbeddingJob;
import org.facerepro.train.embedding.FaceModel;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Embeds anyone's faces. */
@Command(
    name = "embed",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Embed all faces of a container into NAME.npy, float32 [n, d]; NAME.txt holds the picture of"
          + " each row.",
      "An interrupted run goes on at its last complete shard when the same command is given again."
    })
final class EmbedCommand implements Callable<Integer> {
  private static final int NAMED = 5;

  @Mixin private final ModelOptions model = new ModelOptions();

  @Option(
      names = "--faces",
      required = true,
      paramLabel = "SOURCE",
      description = "Faces: " + TrainCommand.CONTAINERS + ".")
  private Path faces = Path.of("");

  @Option(
      names = "--landmarks",
      paramLabel = "FILE",
      description =
          "Align them by five points per picture, 'image x1 y1 ... x5 y5' per line; default: they"
              + " are aligned.")
  private @Nullable Path landmarks;

  @Option(
      names = "--raw",
      description = "Leave embeddings at the length that the network yields; default: length 1.")
  private boolean raw;

  @Option(
      names = "--batch",
      defaultValue = "32",
      paramLabel = "N",
      description = "Pictures that the network takes at once; default: ${DEFAULT-VALUE}.")
  private int batch = 32;

  @Option(
      names = "--shard-size",
      defaultValue = "10000",
      paramLabel = "N",
      description = "Pictures after which work is safe on disk; default: ${DEFAULT-VALUE}.")
  private int shardSize = 10_000;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "NAME.npy",
      description =
          "File of the embeddings; NAME.txt, NAME.json and, meanwhile, NAME.parts beside.")
  private Path out = Path.of("");

  @Option(names = "--force", description = "Replace what is there.")
  private boolean force;

  @Option(names = "--require-all", description = "Exit 3 if a picture could not be embedded.")
  private boolean requireAll;

  @Mixin private final DeviceOption device = new DeviceOption();

  @Mixin private final Output output = new Output();

  @Spec private CommandSpec command = CommandSpec.create();

  @Override
  public Integer call() {
    try (ChosenModel chosen = model.choose()) {
      return embed(chosen);
    }
  }

  private Integer embed(ChosenModel chosen) {
    FaceModel used = raw ? chosen.model().unnormalised() : chosen.model();
    EmbeddingJob job = new EmbeddingJob(faces, landmarks, used, batch, shardSize, out);
    StopNotice notice = new StopNotice(out.resolveSibling(""));
    try {
      EmbeddedFaces done = job.run(force, device.compute(), PlaceOptions.progress());
      output.write(command.commandLine().getOut(), text(done, chosen), done);
      return ExitCode.ofFailures(done.failures().size(), requireAll);
    } finally {
      notice.withdraw();
    }
  }

  private String text(EmbeddedFaces done, ChosenModel chosen) {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "%s: %d embeddings of %d numbers, model %s%n",
            out,
            done.samples(),
            done.dimension(),
            done.model().id()));
    if (!done.failures().isEmpty()) {
      text.append("not embedded: ").append(done.failures().size()).append('\n');
      done.failures().entrySet().stream()
          .limit(NAMED)
          .forEach(f -> text.append("  " + f.getKey() + ": " + f.getValue() + "\n"));
    }
    Stream.concat(chosen.remarks().stream(), done.remarks().stream())
        .forEach(remark -> text.append("note: ").append(remark).append('\n'));
    return text.toString();
  }
}
