package org.facerepro.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.facerepro.core.EnumNames;
import org.facerepro.nn.Backbone;
import org.facerepro.nn.Compute;
import org.facerepro.nn.NetSpec;
import org.facerepro.nn.Rectifier;
import org.facerepro.train.ModelFacts;
import org.facerepro.train.TorchModels;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Brings weights of networks in from PyTorch, and out to it. */
@Command(
    name = "weights",
    mixinStandardHelpOptions = true,
    description = "Exchange weights with PyTorch as safetensors files.",
    subcommands = {WeightsCommand.Import.class, WeightsCommand.Export.class})
final class WeightsCommand implements Callable<Integer> {

  @Spec private CommandSpec command = CommandSpec.create();

  @Override
  public Integer call() {
    command.commandLine().usage(command.commandLine().getErr());
    return ExitCode.USAGE;
  }

  /** What became of an export. */
  record Exported(String schema, String file, int tensors) {}

  @Command(
      name = "import",
      mixinStandardHelpOptions = true,
      sortOptions = false,
      description = {
        "Make a model folder out of a state dict saved as safetensors, its names as in the",
        "original code of the network. The model sees whole aligned faces, values in [-1, 1]."
      })
  static final class Import implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "Safetensors file of the weights.")
    private Path file = Path.of("");

    @Option(
        names = "--backbone",
        required = true,
        paramLabel = "NAME",
        description = "Network that they belong to; 'facerepro list models' names all.")
    private Backbone backbone = Backbone.IRESNET_50;

    @Option(
        names = "--rectifier",
        paramLabel = "NAME",
        description = "prelu or leaky-relu, for the small networks of this program.")
    private @Nullable Rectifier rectifier;

    @Option(
        names = "--input-size",
        paramLabel = "PIXELS",
        description = "Side of the input; default: as the network is commonly trained.")
    private @Nullable Integer inputSize;

    @Option(
        names = "--embedding-size",
        paramLabel = "N",
        description = "Length of the embedding; default: as the network is commonly trained.")
    private @Nullable Integer embeddingSize;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Model folder.")
    private Path out = Path.of("");

    @Mixin private final Output output = new Output();

    @Spec private CommandSpec command = CommandSpec.create();

    @Override
    public Integer call() {
      int side = inputSize == null ? backbone.inputSize() : inputSize;
      int size = embeddingSize == null ? backbone.embeddingSize() : embeddingSize;
      NetSpec network = new NetSpec(backbone, rectifier, side, size);
      ModelFacts facts = TorchModels.importFrom(file, network, out, Compute.of("cpu"));
      String text =
          "%s holds %s, %d x %d into %d%n".formatted(out, EnumNames.of(backbone), side, side, size);
      output.write(command.commandLine().getOut(), text, facts);
      return ExitCode.OK;
    }
  }

  @Command(
      name = "export",
      mixinStandardHelpOptions = true,
      sortOptions = false,
      description = "Write a model's weights under the names that PyTorch gives them.")
  static final class Export implements Callable<Integer> {

    @Parameters(paramLabel = "DIR", description = "Model folder.")
    private Path folder = Path.of("");

    @Option(
        names = "--out",
        required = true,
        paramLabel = "FILE",
        description = "Safetensors file.")
    private Path out = Path.of("");

    @Mixin private final Output output = new Output();

    @Spec private CommandSpec command = CommandSpec.create();

    @Override
    public Integer call() {
      int tensors = TorchModels.exportTo(out, folder);
      Exported result = new Exported("facerepro/weights/v1", out.toString(), tensors);
      String text = "%s holds %d tensors%n".formatted(out, tensors);
      output.write(command.commandLine().getOut(), text, result);
      return ExitCode.OK;
    }
  }
}
