package org.facerepro.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.Callable;
import org.facerepro.core.CorruptDataException;
import org.facerepro.core.StageFailedException;
import org.facerepro.experiment.ExperimentSpec;
import org.facerepro.experiment.SharedWork;
import org.facerepro.experiment.Workspace;
import org.facerepro.experiment.leakage.LeakageCheck;
import org.facerepro.experiment.leakage.LeakageReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What {@code --jobs} starts: makes artifacts of runs, and neither judges nor writes results. */
@Command(
    name = "helper",
    hidden = true,
    mixinStandardHelpOptions = true,
    description = {
      "Make artifacts of runs in the store, as far as other processes leave them.",
      "Started by --jobs; ends when its standard input ends."
    })
final class HelperCommand implements Callable<Integer> {

  @Parameters(
      arity = "1..*",
      paramLabel = "EXPERIMENT",
      description = "Ids or files of experiments.")
  private List<String> experiments = List.of();

  @Option(
      names = "--number",
      defaultValue = "1",
      paramLabel = "K",
      description = "Which of the --jobs it is: each begins with other runs; default: 1.")
  private int number = 1;

  @Option(
      names = "--jobs",
      defaultValue = "1",
      paramLabel = "N",
      description = "How many helpers there are; default: 1.")
  private int jobs = 1;

  @Option(
      names = "--keep-going",
      description = "Go on with the other runs where one fails, instead of ending.")
  private boolean keepGoing;

  @Mixin private final WorkspaceOptions options = new WorkspaceOptions();

  @Spec private CommandSpec command = CommandSpec.create();

  @Override
  public Integer call() {
    endWithInput();
    GentleStop stop = new GentleStop(System.err, "another helper goes on");
    try {
      Workspace workspace = options.workspace();
      LeakageCheck check = new LeakageCheck(workspace);
      new SharedWork(workspace, sets -> refuse(check.check(sets)))
          .make(SharedWork.inTurn(runs(), number, jobs), this::fail);
      return ExitCode.OK;
    } finally {
      stop.withdraw();
    }
  }

  private List<SharedWork.Run> runs() {
    List<SharedWork.Run> runs = new ArrayList<>();
    for (String name : experiments) {
      ExperimentSpec spec = options.experiment(name);
      for (long seed : new LinkedHashSet<>(options.seeds(spec))) {
        runs.add(new SharedWork.Run(spec, options.scale(), seed));
      }
    }
    return runs;
  }

  /** The process that waits for the helper finds the same, and writes the report. */
  private static void refuse(LeakageReport leakage) {
    if (leakage.isLeak()) {
      throw new CorruptDataException("the test holds what was learnt from");
    }
  }

  private void fail(SharedWork.Run run, RuntimeException failure) {
    String text = run + ": " + FailureText.of(failure);
    if (!keepGoing) {
      throw new StageFailedException(text, failure);
    }
    command.commandLine().getErr().println(text);
  }

  /** Nobody needs a helper whose starter is gone, were it by a kill. */
  private static void endWithInput() {
    Thread watch =
        new Thread(
            () -> {
              awaitEnd();
              System.exit(ExitCode.INTERNAL);
            },
            "facerepro-input-end");
    watch.setDaemon(true);
    watch.start();
  }

  private static void awaitEnd() {
    try {
      while (System.in.read() >= 0) {
        // Nobody says anything; what counts is the end.
      }
    } catch (IOException e) {
      // An input that cannot be read has ended, too.
    }
  }
}
