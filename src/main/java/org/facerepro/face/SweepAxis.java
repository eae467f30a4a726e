package org.facerepro.face;

import java.util.List;
import org.facerepro.core.Require;
import org.facerepro.face.law.Control;
import org.facerepro.face.law.Controls;
import org.facerepro.face.law.Law;
import org.facerepro.face.law.Laws;
import org.facerepro.face.law.Steps;
import org.jspecify.annotations.Nullable;

/**
 * One axis of a sweep: a control and its values, listed or as a range with decimal steps.
 *
 * @param control written name of a control; of one of the subject, the subject itself takes the
 *     values, everything else about it stays as it was drawn
 * @param values the values in their order; none where a range is given
 * @param start first value of the range
 * @param end last value of the range if the steps meet it
 * @param step distance of two values, above 0
 */
public record SweepAxis(
    String control,
    List<Double> values,
    @Nullable Double start,
    @Nullable Double end,
    @Nullable Double step) {

  public SweepAxis {
    values = List.copyOf(values);
    boolean range = start != null && end != null && step != null;
    boolean none = start == null && end == null && step == null;
    Require.that(
        values.isEmpty() ? range : none, "values", "either values, or start, end and step", values);
    Control swept = Controls.named("control", control);
    Laws.NONE.with(swept, new Law.Choice(points(values, start, end, step)));
  }

  /** Makes an axis of listed values. */
  public static SweepAxis of(String control, List<Double> values) {
    return new SweepAxis(control, values, null, null, null);
  }

  /** Makes an axis of a range. */
  public static SweepAxis of(String control, double start, double end, double step) {
    return new SweepAxis(control, List.of(), start, end, step);
  }

  /** Returns the values in their order. */
  public List<Double> points() {
    return points(values, start, end, step);
  }

  private static List<Double> points(
      List<Double> values, @Nullable Double start, @Nullable Double end, @Nullable Double step) {
    return start == null || end == null || step == null ? values : Steps.of(start, end, step);
  }
}
