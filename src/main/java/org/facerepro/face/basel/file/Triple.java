package org.facerepro.face.basel.file;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import org.facerepro.core.Require;

/**
 * Three finite numbers, a vector or a colour; written as a list.
 *
 * @param x first, or red
 * @param y second, or green
 * @param z third, or blue
 */
public record Triple(double x, double y, double z) {
  /** 0, 0, 0. */
  public static final Triple ZERO = new Triple(0, 0, 0);

  public Triple {
    Require.that(
        Double.isFinite(x) && Double.isFinite(y) && Double.isFinite(z),
        "vector",
        "three finite numbers",
        "[%s, %s, %s]".formatted(x, y, z));
  }

  /** Takes a list of three numbers over. */
  @JsonCreator
  public static Triple of(List<Double> values) {
    Require.that(values.size() == 3, "vector", "three numbers", values.size());
    return new Triple(values.get(0), values.get(1), values.get(2));
  }

  /** Returns the numbers in their order. */
  @JsonValue
  public List<Double> toList() {
    return List.of(x, y, z);
  }
}
