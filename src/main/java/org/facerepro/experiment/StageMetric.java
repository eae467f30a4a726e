package org.facerepro.experiment;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.facerepro.core.InvalidValueException;
import org.facerepro.core.SpecException;
import org.facerepro.metric.MetricPath;

/**
 * The address of a measured number: the verify stage and the number within its report.
 *
 * @param stage name of a verify stage
 * @param path the number
 */
public record StageMetric(String stage, MetricPath path) {
  private static final Pattern END = Pattern.compile("\\.(?![0-9])");

  /**
   * Splits {@code stage.metric} at the first dot that is not one of a number, as in {@code
   * verify@labels=0.01.auc}.
   *
   * @param key the component to blame if that is not possible
   */
  public static StageMetric parse(String key, String text) {
    Matcher end = END.matcher(text);
    int dot = end.find() ? end.start() : 0;
    if (dot <= 0) {
      throw new InvalidValueException(key, "<verify stage>.<metric>", "'" + text + "'");
    }
    try {
      return new StageMetric(text.substring(0, dot), MetricPath.parse(text.substring(dot + 1)));
    } catch (SpecException e) {
      throw new InvalidValueException(
          key, "a metric that there is (" + e.getMessage() + ")", "'" + text + "'");
    }
  }

  @Override
  public String toString() {
    return stage + "." + path;
  }
}
