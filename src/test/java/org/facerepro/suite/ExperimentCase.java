package org.facerepro.suite;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.facerepro.core.EnumNames;
import org.facerepro.experiment.Scale;

/**
 * One experiment at one scale, with one seed or as the trial of several.
 *
 * @param spec the specification
 * @param seeds one for a run, all for a trial
 * @param trial whether the runs are judged together
 * @param data folder of the project that stands for the one with real data; empty for none
 * @param device what networks run on
 */
record ExperimentCase(
    Path spec, Scale scale, List<Long> seeds, boolean trial, String data, String device) {
  ExperimentCase {
    seeds = List.copyOf(seeds);
  }

  String experiment() {
    return String.valueOf(spec.getFileName()).replace(".yaml", "");
  }

  /** Returns a name that files can have. */
  String fileName() {
    return "%s-%s-%s"
        .formatted(experiment(), EnumNames.of(scale), trial ? "trial" : "seed" + seeds.get(0));
  }

  /**
   * Returns the command that does the same again, to be given in the project's folder.
   *
   * @param jobs processes that shared the work
   */
  String rerun(Path home, int jobs) {
    StringBuilder command = new StringBuilder("./facerepro run ");
    command.append(home.relativize(spec).toString().replace('\\', '/'));
    command.append(" --scale ").append(EnumNames.of(scale));
    command.append(" --seeds ").append(list(","));
    if (!data.isEmpty()) {
      command.append(" --data ").append(data);
    }
    if (!device.equals("auto")) {
      command.append(" --device ").append(device);
    }
    if (jobs > 1) {
      command.append(" --jobs ").append(jobs);
    }
    return command.toString();
  }

  @Override
  public String toString() {
    return "%s, %s, %s%s"
        .formatted(
            experiment(), EnumNames.of(scale), trial ? "trial of seeds " : "seed ", list(", "));
  }

  private String list(String separator) {
    return seeds.stream().map(String::valueOf).collect(Collectors.joining(separator));
  }
}
