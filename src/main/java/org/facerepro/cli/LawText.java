package org.facerepro.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.facerepro.core.NearNames;
import org.facerepro.core.SpecException;

/** The short form of laws and sweeps on the command line, put into that of a specification. */
final class LawText {
  /** The parameters of each law in the order in which they are given. */
  private static final Map<String, List<String>> PARAMETERS =
      Map.of(
          "constant", List.of("value"),
          "uniform", List.of("low", "high"),
          "log-uniform", List.of("low", "high"),
          "gaussian", List.of("mean", "standardDeviation"),
          "log-normal", List.of("median", "logStandardDeviation"),
          "truncated-normal", List.of("mean", "standardDeviation", "low", "high"),
          "grid", List.of("start", "end", "step"),
          "chance", List.of("probability"));

  private static final String CHOICE = "choice";
  private static final Pattern CALL = Pattern.compile("([a-z-]+)\\((.*)\\)");
  private static final Pattern RANGE = Pattern.compile("(.+)\\.\\.(.+)\\.\\.(.+)");

  private LawText() {}

  /**
   * Turns {@code gaussian(0,22)} into {@code {law: gaussian, mean: 0, standardDeviation: 22}}; what
   * is no such call, as a number or a mapping, stays as it is.
   *
   * @throws SpecException if the law is unknown or takes another number of parameters
   */
  static String law(String option, String text) {
    Matcher call = CALL.matcher(text.strip());
    if (!call.matches()) {
      return text;
    }
    String name = call.group(1);
    List<String> values = Arrays.stream(call.group(2).split(",", -1)).map(String::strip).toList();
    if (name.equals(CHOICE)) {
      return "{law: choice, values: [%s]}".formatted(String.join(", ", values));
    }
    List<String> names = PARAMETERS.get(name);
    if (names == null) {
      List<String> known = new ArrayList<>(PARAMETERS.keySet());
      known.add(CHOICE);
      known.sort(null);
      throw new SpecException(
          "%s: expected one of the laws %s%s, found '%s'"
              .formatted(option, String.join(", ", known), NearNames.hint(name, known), name));
    }
    if (names.size() != values.size()) {
      throw new SpecException(
          "%s: expected %s(%s), found '%s'".formatted(option, name, String.join(",", names), text));
    }
    StringBuilder yaml = new StringBuilder("{law: ").append(name);
    for (int i = 0; i < names.size(); i++) {
      yaml.append(", ").append(names.get(i)).append(": ").append(values.get(i));
    }
    return yaml.append('}').toString();
  }

  /** Turns {@code pose.yaw} and {@code -30,0,30} or {@code -90..90..10} into an axis of a sweep. */
  static String axis(String control, String text) {
    Matcher range = RANGE.matcher(text.strip());
    return range.matches()
        ? "{control: %s, start: %s, end: %s, step: %s}"
            .formatted(control, range.group(1), range.group(2), range.group(3))
        : "{control: %s, values: [%s]}".formatted(control, text);
  }
}
