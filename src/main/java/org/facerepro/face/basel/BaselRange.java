package org.facerepro.face.basel;

import java.util.List;
import org.facerepro.face.law.Steps;

/** Reads the peer's ranges {@code {start, end, step, type}}. */
final class BaselRange {
  private BaselRange() {}

  /** Returns the values in rising order, at least one. */
  static List<Double> read(ConfigBlock parent, String key, Semantics semantics) {
    ConfigBlock block = parent.block(key);
    double start = understood(block.number("start"), semantics);
    double end = understood(block.number("end"), semantics);
    double step = understood(block.number("step"), semantics);
    String type = block.text("type");
    boolean inclusive = type.equals("inclusive");
    if (!inclusive && !type.equals("not-inclusive")) {
      throw block.wrong("type", "inclusive or not-inclusive", type);
    }
    if (start > end || step <= 0) {
      throw block.wrong(
          "step", "start not above end and a step above 0", start + ", " + end + ", " + step);
    }
    block.done();
    List<Double> points = Steps.of(start, end, step);
    List<Double> kept = points.stream().filter(value -> inclusive || value < end).toList();
    block.require(!kept.isEmpty(), "type", "a range of at least one value", type);
    return kept;
  }

  private static double understood(double value, Semantics semantics) {
    return semantics == Semantics.EFFECTIVE ? (int) value : value;
  }
}
