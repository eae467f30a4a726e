package org.facerepro.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.facerepro.core.AtomicFiles;
import org.facerepro.core.DataUnavailableException;
import org.facerepro.core.FaceReproException;
import org.facerepro.core.StorageException;
import org.facerepro.experiment.Environment;
import org.facerepro.experiment.ProtocolData;
import org.facerepro.experiment.Workspace;
import org.facerepro.report.TextTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Says what will run on this machine, what will not, and why. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    description =
        "Check Java, engine, device, memory, store and data: what will run, what not, why.")
final class DoctorCommand implements Callable<Integer> {
  private static final double MEBI = 1 << 20;

  /** What a check came to. */
  enum State {
    OK,
    MISSING,
    BROKEN
  }

  /**
   * One check.
   *
   * @param what what was looked at
   * @param state whether it can be used
   * @param detail what was found, or why it cannot be used
   */
  record Check(String what, State state, String detail) {}

  /**
   * All checks as JSON.
   *
   * @param schema {@code facerepro/doctor/v1}
   * @param checks the checks
   */
  record Examination(String schema, List<Check> checks) {}

  @Mixin private final WorkspaceOptions options = new WorkspaceOptions();
  @Mixin private final Output output = new Output();

  @Spec private CommandSpec command = CommandSpec.create();

  @Override
  public Integer call() {
    Workspace workspace = options.workspace();
    Environment environment = Environment.capture(workspace.home(), workspace.compute());
    List<Check> checks = new ArrayList<>();
    checks.add(new Check("java", State.OK, environment.java()));
    checks.add(new Check("system", State.OK, environment.os() + ", " + environment.cpu()));
    checks.add(new Check("memory", State.OK, memory(environment)));
    checks.add(new Check("engine", State.OK, environment.compute().toString()));
    checks.add(attempt("store " + workspace.store().root(), () -> freeSpace(workspace)));
    Home.protocols()
        .keySet()
        .forEach(id -> checks.add(attempt("protocol " + id, () -> data(id, workspace))));
    TextTable table = new TextTable("what", "state", "detail");
    checks.forEach(check -> table.row(check.what(), check.state().toString(), check.detail()));
    output.write(
        command.commandLine().getOut(),
        table.toString(),
        new Examination("facerepro/doctor/v1", checks));
    return checks.stream().anyMatch(check -> check.state() == State.BROKEN)
        ? ExitCode.FAILED
        : ExitCode.OK;
  }

  private static Check attempt(String what, Supplier<String> look) {
    try {
      return new Check(what, State.OK, look.get());
    } catch (DataUnavailableException e) {
      return new Check(what, State.MISSING, String.valueOf(e.getMessage()));
    } catch (FaceReproException e) {
      return new Check(what, State.BROKEN, String.valueOf(e.getMessage()));
    }
  }

  private static String memory(Environment environment) {
    return String.format(
        Locale.ROOT,
        "%.0f MiB heap, %d processors",
        Runtime.getRuntime().maxMemory() / MEBI,
        environment.processors());
  }

  private static String freeSpace(Workspace workspace) {
    Path root = workspace.store().root();
    AtomicFiles.writeFile(root.resolve(AtomicFiles.TEMPORARY_PREFIX + "doctor"), new byte[1]);
    try {
      Files.delete(root.resolve(AtomicFiles.TEMPORARY_PREFIX + "doctor"));
      return String.format(
          Locale.ROOT, "%.0f MiB free", Files.getFileStore(root).getUsableSpace() / MEBI);
    } catch (IOException e) {
      throw new StorageException("cannot use " + root + " (" + AtomicFiles.reason(e) + ")", e);
    }
  }

  private static String data(String id, Workspace workspace) {
    List<Path> sources = ProtocolData.of(id, workspace).sources();
    return sources.isEmpty() ? "generated, nothing needed" : sources.toString();
  }
}
