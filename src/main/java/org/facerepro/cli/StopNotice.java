package org.facerepro.cli;

import java.nio.file.Path;

/** Says, where a run is stopped by Ctrl-C or a signal, how to go on. */
final class StopNotice {
  private final Thread hook;

  StopNotice(Path folder) {
    hook =
        new Thread(
            () ->
                System.err.println(
                    "facerepro: stopped; the same command goes on with what is in " + folder));
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** Takes the notice back once the work has ended. */
  void withdraw() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is already ending, and the notice is on its way.
    }
  }
}
