package org.facerepro.experiment;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Measures from embeddings, without the tensor engine.
 *
 * @param <S> the kind
 */
interface MeasuringRunner<S extends Stage.Measuring & Stage> extends StageRunner<S> {

  /** What is measured over the pictures, as plans say it. */
  String measured();

  /** The classes of this package that write and measure what is stored, by simple name. */
  List<String> storing();

  @Override
  default List<String> code() {
    Stream<String> packages = Stream.of("core", "data", "metric", "protocol");
    Stream<String> classes = storing().stream().map(name -> "experiment/" + name);
    return Stream.concat(packages, classes).toList();
  }

  @Override
  default boolean usesEngine() {
    return false;
  }

  @Override
  default Optional<Workload> workload(S stage, Map<String, Workload> inputs) {
    return Optional.ofNullable(inputs.get("embeddings"))
        .map(in -> new Workload(in.pictures(), in.unit(), measured() + " over " + over(in), 0));
  }

  /** Two sets that nobody counted may differ by orders of magnitude. */
  private static String over(Workload embeddings) {
    return embeddings.uncounted() ? embeddings.like() : embeddings.unit();
  }
}
