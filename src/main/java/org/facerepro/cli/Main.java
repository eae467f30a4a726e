package org.facerepro.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.function.IntSupplier;
import org.facerepro.core.NearNames;
import org.facerepro.data.pickle.VerificationBinWriter.Form;
import org.facerepro.experiment.Scale;
import org.facerepro.experiment.bench.BenchTarget;
import org.facerepro.experiment.dataset.SetFormat;
import org.facerepro.face.scene.FaceDomain;
import org.facerepro.nn.Backbone;
import org.facerepro.nn.FlipMode;
import org.facerepro.nn.Rectifier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The {@code facerepro} command. */
@Command(
    name = "facerepro",
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
    sortOptions = false,
    description =
        "Measures how good face recognisers trained on synthetic faces are, and whether published"
            + " claims about them hold.",
    footer = {
      "",
      "Exit: 0 all gates passed, 1 a gate failed, 2 wrong usage or invalid specification,",
      "3 something required was not run (with --require-all), 4 a nightly run raised an alarm,",
      "70 internal error, 74 a file could not be written, such as on a full disk.",
      "Progress goes to stderr, results to stdout."
    },
    subcommands = {
      ListCommand.class,
      ShowCommand.class,
      DoctorCommand.class,
      PlanCommand.class,
      RunCommand.class,
      NightlyCommand.class,
      HelperCommand.class,
      GenerateCommand.class,
      TrainCommand.class,
      EmbedCommand.class,
      EvaluateCommand.class,
      MetricsCommand.class,
      ConvertCommand.class,
      WeightsCommand.class,
      FixturesCommand.class,
      SchemaCommand.class,
      StoreCommand.class,
      ArchiveCommand.class,
      CompareCommand.class,
      PageCommand.class,
      CheckCommand.class,
      LeaderboardCommand.class,
      BenchCommand.class
    })
public final class Main {

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "Show stack traces of errors.")
  private boolean debug;

  /** Runs the command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    System.setProperty("ai.djl.offline", "true");
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    System.exit(execute(out, err, arguments));
  }

  /** Runs the command with the given streams and returns its exit code. */
  public static int execute(PrintWriter out, PrintWriter err, String... arguments) {
    Main main = new Main();
    CommandLine line = new CommandLine(main);
    line.setOut(out).setErr(err);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.registerConverter(Scale.class, new EnumConverter<>(Scale.class));
    line.registerConverter(FlipMode.class, new EnumConverter<>(FlipMode.class));
    line.registerConverter(Backbone.class, new EnumConverter<>(Backbone.class));
    line.registerConverter(Rectifier.class, new EnumConverter<>(Rectifier.class));
    line.registerConverter(Form.class, new EnumConverter<>(Form.class));
    line.registerConverter(FaceDomain.class, new EnumConverter<>(FaceDomain.class));
    line.registerConverter(SetFormat.class, new EnumConverter<>(SetFormat.class));
    line.registerConverter(BenchTarget.class, new EnumConverter<>(BenchTarget.class));
    line.setExecutionExceptionHandler((failure, command, parsed) -> main.report(failure, err));
    int code = main.guard(() -> line.execute(arguments), err);
    out.flush();
    err.flush();
    return code;
  }

  /** Reports an {@link Error}, which picocli lets through, such as an engine that cannot link. */
  int guard(IntSupplier work, PrintWriter err) {
    try {
      return work.getAsInt();
    } catch (Error e) {
      return report(e, err);
    }
  }

  private int report(Throwable failure, PrintWriter err) {
    boolean expected = FailureText.isExpected(failure);
    String text = FailureText.of(failure);
    if (failure instanceof OutOfMemoryError) {
      text += "; give it more memory, such as FACEREPRO_HEAP=4g";
    }
    err.println("facerepro: " + (expected ? text : "internal error: " + text));
    if (debug) {
      failure.printStackTrace(err);
    } else if (!expected) {
      err.println("facerepro: run again with --debug for the stack trace");
    }
    return ExitCode.of(failure);
  }

  /** Says that a name is unknown, with near ones. */
  static String unknown(String what, String name, Collection<String> known) {
    return "unknown %s '%s'%s; there are: %s"
        .formatted(what, name, NearNames.hint(name, known), String.join(", ", known));
  }
}
