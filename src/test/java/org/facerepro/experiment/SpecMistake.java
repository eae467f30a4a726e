package org.facerepro.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.facerepro.core.EnumNames;
import org.facerepro.core.SpecException;
import org.facerepro.face.GeneratorSpec;
import org.facerepro.train.TrainSpec;

/** A change to a valid specification, and what is said of it. */
record SpecMistake(String name, String from, String to, String message) {
  private static final Path HOME = Path.of(System.getProperty("facerepro.home", ""));
  private static final String SCALES =
      """

      scales:
        sample:
          seeds: [1, 2]
      """;

  static String valid() throws IOException {
    return Files.readString(HOME.resolve("fixtures/experiments/tiny.yaml")) + SCALES;
  }

  void check() throws IOException {
    String valid = valid();
    assertThat(valid).contains(from);
    int at = valid.indexOf(from);
    String broken = valid.substring(0, at) + to + valid.substring(at + from.length());
    assertThatThrownBy(() -> ExperimentSpec.parse(broken, "spec.yaml", Scale.EMBEDDED))
        .isInstanceOf(SpecException.class)
        .hasMessage(filled(message));
  }

  /** Puts in what grows with the records: their keys, kinds and metrics. */
  private static String filled(String message) {
    String filled =
        message.replace("<metrics>", MeasuredMetrics.of(new Stage.Verify("any")).names());
    for (Class<?> type : List.of(ExperimentSpec.class, GeneratorSpec.class, TrainSpec.class)) {
      String keys =
          Arrays.stream(type.getRecordComponents())
              .map(RecordComponent::getName)
              .collect(Collectors.joining(", "));
      filled = filled.replace("<" + type.getSimpleName() + ">", keys);
    }
    for (Class<?> type : List.of(Stage.class, Gate.class)) {
      String kinds =
          Arrays.stream(type.getPermittedSubclasses())
              .map(EnumNames::ofType)
              .collect(Collectors.joining(", "));
      filled = filled.replace("<" + type.getSimpleName() + ">", kinds);
    }
    return filled;
  }

  @Override
  public String toString() {
    return name;
  }
}
