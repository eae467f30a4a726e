package org.facerepro.suite;

import java.nio.file.Path;
import org.facerepro.core.EnumNames;
import org.facerepro.experiment.Scale;

/**
 * One experiment at one scale with one seed.
 *
 * @param spec the specification
 * @param data folder of the project that stands for the one with real data; empty for none
 * @param device what networks run on
 */
record ExperimentCase(Path spec, Scale scale, long seed, String data, String device) {
  String experiment() {
    return String.valueOf(spec.getFileName()).replace(".yaml", "");
  }

  /** Returns a name that files can have. */
  String fileName() {
    return "%s-%s-seed%d".formatted(experiment(), EnumNames.of(scale), seed);
  }

  /** Returns the command that does the same again, to be given in the project's folder. */
  String rerun(Path home) {
    StringBuilder command = new StringBuilder("./facerepro run ");
    command.append(home.relativize(spec).toString().replace('\\', '/'));
    command.append(" --scale ").append(EnumNames.of(scale)).append(" --seeds ").append(seed);
    if (!data.isEmpty()) {
      command.append(" --data ").append(data);
    }
    if (!device.equals("auto")) {
      command.append(" --device ").append(device);
    }
    return command.toString();
  }

  @Override
  public String toString() {
    return experiment() + ", " + EnumNames.of(scale) + ", seed " + seed;
  }
}
