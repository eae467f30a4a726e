package org.facerepro.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.facerepro.core.Require;

/**
 * Names side by side; that of number i, from 0, has its middle at i + 0.5.
 *
 * @param title what they are
 * @param names shown below their places, in several lines where they are long
 */
public record Category(String title, List<String> names) implements Axis {
  private static final int CHARACTERS = 88;

  public Category {
    Require.that(!names.isEmpty(), "names", "at least one", names);
    names = List.copyOf(names);
  }

  @Override
  public double position(double value) {
    return Math.min(1, Math.max(0, value / names.size()));
  }

  @Override
  public List<Tick> ticks() {
    int room = Math.max(8, CHARACTERS / names.size());
    return IntStream.range(0, names.size())
        .mapToObj(i -> new Tick(i + 0.5, broken(names.get(i), room)))
        .toList();
  }

  /** Breaks a name behind blanks, commas and dashes into lines of at most some characters. */
  private static String broken(String name, int room) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : name.split("(?<=[ ,-])", -1)) {
      if (!line.isEmpty() && line.length() + word.stripTrailing().length() > room) {
        lines.add(line.toString().strip());
        line.setLength(0);
      }
      line.append(word);
    }
    lines.add(line.toString().strip());
    return String.join("\n", lines);
  }
}
