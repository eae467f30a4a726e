package org.facerepro.cli;

import java.nio.file.Path;
import java.time.InstantSource;
import org.facerepro.core.Progress;
import org.facerepro.nn.Compute;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say where data and store lie and what networks run on. */
final class PlaceOptions {

  @Option(
      names = "--data",
      defaultValue = "${env:FACEREPRO_DATA}",
      paramLabel = "DIR",
      description = "Folder with real data in official layouts; default: FACEREPRO_DATA.")
  private @Nullable Path data;

  @Option(
      names = "--store",
      defaultValue = "${env:FACEREPRO_STORE}",
      paramLabel = "DIR",
      description =
          "Artifact store; default: FACEREPRO_STORE, else facerepro/store in the user's cache.")
  private @Nullable Path store;

  @Option(
      names = "--device",
      defaultValue = "auto",
      description = "auto (default), cpu, cpu:THREADS, gpu:N or gpu:N,M (to train on several).")
  private String device = "auto";

  @Option(
      names = "--offline",
      description = "Download nothing. Always so: the program never does; accepted for scripts.")
  void acceptOffline(boolean unused) {}

  /** Starts the engine on the chosen device. */
  Compute compute() {
    return Compute.of(device);
  }

  /** The choice of the device as it was given. */
  String device() {
    return device;
  }

  /** The folder with real data, if one was named. */
  @Nullable Path dataRoot() {
    return data == null || data.toString().isEmpty() ? null : data;
  }

  Path storeRoot() {
    return store == null || store.toString().isEmpty() ? Home.defaultStore() : store;
  }

  static Progress progress() {
    return Boolean.getBoolean("facerepro.terminal") ? Progresses.bar() : lines();
  }

  /** Lines even on a terminal, for work among several processes. */
  static Progress lines() {
    return Progresses.lines(System.err, InstantSource.system());
  }
}
