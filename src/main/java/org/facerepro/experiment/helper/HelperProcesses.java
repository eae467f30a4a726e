package org.facerepro.experiment.helper;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.facerepro.core.AtomicFiles;
import org.facerepro.core.StageFailedException;
import org.facerepro.core.StorageException;
import org.facerepro.experiment.ArtifactName;
import org.facerepro.experiment.ArtifactStore;
import org.facerepro.experiment.Helpers;

/**
 * Processes of this program that work on an errand, each on its part of the machine, while this one
 * waits. They start when something is first found missing. One that dies loses time and no result:
 * the others do its work, and this process what all of them leave. Not thread-safe.
 */
public final class HelperProcesses implements Helpers, AutoCloseable {
  private static final long POLL_MILLIS = 200;

  private final MachineParts parts;
  private final Errand errand;
  private final Class<?> main;
  private final PrintStream out;
  private final ArtifactStore store;
  private final List<HelperProcess> processes = new ArrayList<>();
  private final Set<ArtifactName> before = new HashSet<>();
  private boolean started;

  /**
   * Prepares one helper for each part of the machine; none where it is undivided.
   *
   * @param main the program's main class
   * @param out where their output goes
   */
  public HelperProcesses(MachineParts parts, Errand errand, Class<?> main, PrintStream out) {
    this.parts = parts;
    this.errand = errand;
    this.main = main;
    this.out = out;
    this.store = new ArtifactStore(errand.store());
  }

  /**
   * {@inheritDoc}
   *
   * @throws StorageException if the store cannot be read
   */
  @Override
  public void await(Collection<ArtifactName> artifacts) {
    if (parts.undivided()) {
      return;
    }
    Set<ArtifactName> missing = new TreeSet<>(artifacts);
    try {
      while (isMissing(missing)) {
        start();
        if (processes.stream().noneMatch(HelperProcess::alive)) {
          return;
        }
        Thread.sleep(POLL_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StageFailedException("interrupted while helpers were at work", e);
    }
  }

  private boolean isMissing(Set<ArtifactName> artifacts) {
    artifacts.removeIf(artifact -> store.has(artifact.kind(), artifact.key()));
    return !artifacts.isEmpty();
  }

  private void start() {
    if (started) {
      return;
    }
    started = true;
    before.addAll(present());
    out.printf(
        "facerepro: %d jobs; results are those of --device %s%n", parts.jobs(), errand.device());
    Program program = Program.running(main);
    List<String> options = new ArrayList<>(parts.options());
    options.add("-Dfacerepro.home=" + errand.home());
    options.add("-Dfacerepro.terminal=false");
    for (int number = 1; number <= parts.jobs(); number++) {
      List<String> command = program.command(options, errand.arguments(number, parts.jobs()));
      HelperProcess.start("job " + number, command, out).ifPresent(processes::add);
    }
  }

  private List<ArtifactName> present() {
    try {
      return store.artifacts();
    } catch (IOException e) {
      throw new StorageException(
          "cannot read the store %s (%s)".formatted(store.root(), AtomicFiles.reason(e)), e);
    }
  }

  @Override
  public boolean made(ArtifactName artifact) {
    return started && !before.contains(artifact);
  }

  /** Lets the helpers end at their next safe points, and waits until they have. */
  @Override
  public void close() {
    boolean interrupted = Thread.interrupted();
    processes.forEach(HelperProcess::stop);
    for (HelperProcess process : processes) {
      interrupted |= process.awaitEnd();
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
