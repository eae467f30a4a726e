package org.facerepro.experiment;

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

  /**
   * Splits {@code stage.metric} at the first dot.
   *
   * @param key the component to blame if that is not possible
   */
  static StageMetric parse(String key, String text) {
    int dot = text.indexOf('.');
    if (dot <= 0) {
      throw new InvalidValueException(key, "<verify stage>.<metric>", "'" + text + "'");
    }
    try {
      return new StageMetric(text.substring(0, dot), MetricPath.parse(text.substring(dot + 1)));
    } catch (SpecException e) {
      throw new InvalidValueException(key, String.valueOf(e.getMessage()), "'" + text + "'");
    }
  }

  @Override
  public String toString() {
    return stage + "." + path;
  }
}
