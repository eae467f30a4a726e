package org.facerepro.experiment;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Measures from embeddings, without the tensor engine.
 *
 * @param <S> the kind
 */
interface MeasuringRunner<S extends Stage.Measuring & Stage> extends StageRunner<S> {

  /** What is measured over the pictures, as plans say it. */
  String measured();

  @Override
  default List<String> codePackages() {
    return List.of("core", "data", "metric", "protocol");
  }

  @Override
  default boolean usesEngine() {
    return false;
  }

  @Override
  default Optional<Workload> workload(S stage, Map<String, Workload> inputs) {
    return Optional.ofNullable(inputs.get("embeddings"))
        .map(in -> new Workload(in.pictures(), in.unit(), measured() + " over " + in.unit(), 0));
  }
}
