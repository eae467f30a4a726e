package org.facerepro.suite;

import java.nio.file.Path;
import org.facerepro.core.EnumNames;
import org.facerepro.experiment.Scale;

/** One experiment at one scale with one seed. */
record ExperimentCase(Path spec, Scale scale, long seed) {
  String experiment() {
    return String.valueOf(spec.getFileName()).replace(".yaml", "");
  }

  @Override
  public String toString() {
    return experiment() + ", " + EnumNames.of(scale) + ", seed " + seed;
  }
}
