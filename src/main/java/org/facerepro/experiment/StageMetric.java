package org.facerepro.experiment;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.facerepro.core.InvalidValueException;
import org.facerepro.core.SpecException;
import org.facerepro.metric.MetricPath;

/**
 * The address of a measured number: the stage that measures, the part of its protocol, and the
 * number within the report on it.
 *
 * @param report the stage, or {@code stage/part}
 * @param path the number
 */
public record StageMetric(String report, MetricPath path) {
  private static final char PART = '/';
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
    if (dot <= 0 || text.charAt(dot - 1) == PART) {
      throw new InvalidValueException(key, "<stage>[/<part>].<metric>", "'" + text + "'");
    }
    try {
      return new StageMetric(text.substring(0, dot), MetricPath.parse(text.substring(dot + 1)));
    } catch (SpecException e) {
      throw new InvalidValueException(
          key, "a metric that there is (" + e.getMessage() + ")", "'" + text + "'");
    }
  }

  /** Returns the name of the report on a part of what a stage measures. */
  public static String reportOf(String stage, String part) {
    return part.equals(PartReports.ALL) ? stage : stage + PART + part;
  }

  /** Returns the stage of a report. */
  public static String stageOf(String report) {
    int end = report.lastIndexOf(PART);
    return end < 0 ? report : report.substring(0, end);
  }

  /** Returns the part of a report; that of the whole where it names none. */
  static String partOf(String report) {
    String stage = stageOf(report);
    return report.equals(stage) ? PartReports.ALL : report.substring(stage.length() + 1);
  }

  /** Returns the name of the stage that measures. */
  public String stage() {
    return stageOf(report);
  }

  /** Returns the part of what the stage measures. */
  String part() {
    return partOf(report);
  }

  /** Returns whether it is of all that the stage measures. */
  boolean isOfTheWhole() {
    return report.equals(stage());
  }

  @Override
  public String toString() {
    return report + "." + path;
  }
}
