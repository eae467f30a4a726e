package org.facerepro.face.basel.file;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import org.facerepro.core.Require;

/** Two finite numbers, of the picture's x and y; written as a list. */
public record Pair(double x, double y) {
  public Pair {
    Require.that(
        Double.isFinite(x) && Double.isFinite(y),
        "vector",
        "two finite numbers",
        "[%s, %s]".formatted(x, y));
  }

  /** Takes a list of two numbers over. */
  @JsonCreator
  public static Pair of(List<Double> values) {
    Require.that(values.size() == 2, "vector", "two numbers", values.size());
    return new Pair(values.get(0), values.get(1));
  }

  /** Returns the numbers in their order. */
  @JsonValue
  public List<Double> toList() {
    return List.of(x, y);
  }
}
