package org.facerepro.experiment.helper;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.facerepro.core.EnumNames;
import org.facerepro.experiment.Scale;
import org.jspecify.annotations.Nullable;

/**
 * What helpers are to make.
 *
 * @param home the project
 * @param experiments ids or files
 * @param scale embedded, sample or paper
 * @param seeds root seeds; none for those of each specification
 * @param store the artifact store
 * @param data the folder with real data, if there is one
 * @param device what networks run on, the same as in the process that waits
 * @param keepGoing whether other runs go on where one fails
 */
public record Errand(
    Path home,
    List<String> experiments,
    Scale scale,
    List<Long> seeds,
    Path store,
    @Nullable Path data,
    String device,
    boolean keepGoing) {
  public Errand {
    experiments = List.copyOf(experiments);
    seeds = List.copyOf(seeds);
  }

  /** Returns the arguments for one of several helpers, {@code number} from 1. */
  List<String> arguments(int number, int helpers) {
    List<String> arguments = new ArrayList<>(List.of("helper"));
    arguments.addAll(experiments);
    arguments.addAll(List.of("--scale", EnumNames.of(scale)));
    if (!seeds.isEmpty()) {
      arguments.add("--seeds");
      arguments.add(seeds.stream().map(String::valueOf).collect(Collectors.joining(",")));
    }
    arguments.addAll(List.of("--store", store.toString(), "--device", device));
    // Empty where there is none, so that the environment does not name one.
    arguments.add("--data=" + (data == null ? "" : data));
    arguments.addAll(List.of("--number", number + "", "--jobs", helpers + ""));
    if (keepGoing) {
      arguments.add("--keep-going");
    }
    return arguments;
  }
}
