package org.facerepro.cli;

import org.facerepro.nn.Compute;
import picocli.CommandLine.Option;

/** What networks run on. */
final class DeviceOption {

  @Option(
      names = "--device",
      defaultValue = "auto",
      description = "auto (default), cpu, cpu:THREADS, gpu:N or gpu:N,M (to train on several).")
  private String device = "auto";

  /** Starts the engine on the chosen device. */
  Compute compute() {
    return Compute.of(device);
  }
}
