package org.facerepro.face.basel;

import java.util.List;
import org.facerepro.core.Require;

/**
 * The pictures of one identity of the controlled program; from the outer to the inner loop:
 * background, yaw, pitch, roll, light.
 *
 * @param backgrounds numbers of backgrounds
 * @param yaws degrees
 * @param pitches degrees
 * @param rolls degrees
 * @param lights angles of the light, degrees
 */
public record ControlledGrid(
    List<Double> backgrounds,
    List<Double> yaws,
    List<Double> pitches,
    List<Double> rolls,
    List<Double> lights) {

  /** One picture: background, pose and angle of the light. */
  public record Point(double background, double yaw, double pitch, double roll, double light) {}

  public ControlledGrid {
    backgrounds = List.copyOf(backgrounds);
    yaws = List.copyOf(yaws);
    pitches = List.copyOf(pitches);
    rolls = List.copyOf(rolls);
    lights = List.copyOf(lights);
  }

  /** Returns the number of pictures of one identity. */
  public int size() {
    return Math.multiplyExact(
        Math.multiplyExact(backgrounds.size(), yaws.size()),
        pitches.size() * rolls.size() * lights.size());
  }

  /** Returns picture number {@code index} from 0; the peer's files count from 1. */
  public Point point(int index) {
    Require.between("index", index, 0L, size() - 1L);
    int rest = index;
    double light = lights.get(rest % lights.size());
    rest /= lights.size();
    double roll = rolls.get(rest % rolls.size());
    rest /= rolls.size();
    double pitch = pitches.get(rest % pitches.size());
    rest /= pitches.size();
    double yaw = yaws.get(rest % yaws.size());
    return new Point(backgrounds.get(rest / yaws.size()), yaw, pitch, roll, light);
  }
}
