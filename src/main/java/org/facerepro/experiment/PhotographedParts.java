package org.facerepro.experiment;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.facerepro.core.Require;
import org.facerepro.experiment.photograph.PieShoot;

/**
 * Which yaws and shots can be measured apart where a stage photographs subjects itself. What else
 * there is apart, such as the sides of the head, only the protocol tells.
 */
final class PhotographedParts {
  private static final Pattern PART =
      Pattern.compile("(?:yaw(?<yaw>-?[0-9]{1,3}))?-?(?:light(?<light>[0-9]{2}))?");

  private PhotographedParts() {}

  /** Requires a metric to be of no yaw and no shot that was not photographed. */
  static void check(
      String key, StageMetric metric, Stage.Measuring measuring, Map<String, Stage> stages) {
    if (stages.get(measuring.embeddings()) instanceof Stage.Embed embed) {
      String faces = embed.faces();
      if (faces != null && stages.get(faces) instanceof Stage.MultiPie photographs) {
        PieShoot shoot = photographs.shoot();
        List<Integer> yaws = shoot.cameras().stream().map(c -> c.yaw().orElseThrow()).toList();
        Require.that(
            canBe(metric.part(), yaws, shoot.shots()),
            key,
            "a part of what stage '%s' photographs, yaws %s in shots %s"
                .formatted(faces, yaws, shoot.shots()),
            metric);
      }
    }
  }

  private static boolean canBe(String part, List<Integer> yaws, List<Integer> shots) {
    Matcher named = PART.matcher(part);
    if (!named.matches()) {
      return true;
    }
    String yaw = named.group("yaw");
    String light = named.group("light");
    return (yaw == null || isAmong(Integer.parseInt(yaw), yaws))
        && (light == null || shots.contains(Integer.parseInt(light)));
  }

  /** A protocol may pool left and right, and then calls both by the absolute yaw. */
  private static boolean isAmong(int yaw, List<Integer> yaws) {
    return yaws.contains(yaw) || (yaw > 0 && yaws.contains(-yaw));
  }
}
