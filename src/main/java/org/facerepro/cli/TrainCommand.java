package org.facerepro.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.facerepro.core.Seed;
import org.facerepro.core.SpecException;
import org.facerepro.core.StrictYaml;
import org.facerepro.train.EpochReport;
import org.facerepro.train.TrainReport;
import org.facerepro.train.TrainSpec;
import org.facerepro.train.TrainingJob;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Trains a recogniser on anyone's faces. */
@Command(
    name = "train",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Train a recogniser on faces of your own, by a recipe.",
      "An interrupted training goes on from its last complete epoch when the same command is given"
          + " again; DIR/work/curves.svg shows how it goes."
    })
final class TrainCommand implements Callable<Integer> {
  static final String CONTAINERS =
      "face set, folder per person (also in .zip, .tar, .tgz), WebDataset or folder with a .rec";

  @Option(
      names = "--faces",
      required = true,
      paramLabel = "SOURCE",
      description = "Faces to learn from: " + CONTAINERS + ".")
  private Path faces = Path.of("");

  @Option(
      names = "--landmarks",
      paramLabel = "FILE",
      description =
          "Align them by five points per picture, 'image x1 y1 ... x5 y5' per line; default: they"
              + " are aligned.")
  private @Nullable Path landmarks;

  @Option(
      names = "--minimum-images",
      defaultValue = "1",
      paramLabel = "N",
      description = "Learn from people with at least so many pictures; default: 1.")
  private int minimumImages = 1;

  @Option(
      names = "--dev",
      paramLabel = "SOURCE",
      description = "Faces of other people, verified after each epoch and never learnt from.")
  private @Nullable Path dev;

  @Option(
      names = "--dev-landmarks",
      paramLabel = "FILE",
      description = "Align these by five points per picture.")
  private @Nullable Path devLandmarks;

  @Option(
      names = "--recipe",
      required = true,
      paramLabel = "FILE",
      description = "What stands under 'recipe' of a train stage, as YAML.")
  private Path recipe = Path.of("");

  @Option(
      names = "--initial",
      paramLabel = "MODEL",
      description = "Model folder whose network the training starts from.")
  private @Nullable Path initial;

  @Option(
      names = "--seed",
      defaultValue = "1",
      paramLabel = "N",
      description = "Seed of all randomness; default: 1.")
  private long seed = 1;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Model folder: new, or begun.")
  private Path out = Path.of("");

  @Mixin private final DeviceOption device = new DeviceOption();

  @Mixin private final Output output = new Output();

  @Spec private CommandSpec command = CommandSpec.create();

  @Override
  public Integer call() {
    if (dev == null && devLandmarks != null) {
      throw new SpecException("--dev-landmarks needs --dev");
    }
    TrainingJob job =
        new TrainingJob(
            StrictYaml.read(recipe).as(TrainSpec.class),
            new TrainingJob.Faces(faces, landmarks),
            dev == null ? null : new TrainingJob.Faces(dev, devLandmarks),
            minimumImages,
            initial,
            new Seed(seed));
    GentleStop stop = new GentleStop(System.err, "the same command goes on with what is in " + out);
    try {
      TrainReport report = job.run(out, device.compute(), PlaceOptions.progress());
      output.write(command.commandLine().getOut(), text(report), report);
    } finally {
      stop.withdraw();
    }
    return ExitCode.OK;
  }

  private String text(TrainReport report) {
    String epochs =
        report.epochs().isEmpty()
            ? "no epoch"
            : "epoch %d: %s".formatted(report.epochs().size(), last(report.epochs()).summary());
    return "%s: %d pictures of %d people, %s%n"
        .formatted(out, report.samples(), report.classes(), epochs);
  }

  private static EpochReport last(List<EpochReport> epochs) {
    return epochs.get(epochs.size() - 1);
  }
}
