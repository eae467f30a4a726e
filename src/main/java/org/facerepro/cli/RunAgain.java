package org.facerepro.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The command that does runs again, to be given in the project's folder. It may name places of this
 * machine, so it is for people and is not archived.
 *
 * @param experiment id or file, as it was given
 * @param scale embedded, sample or paper
 * @param data folder with real data, if one was named
 * @param device the choice of the device, as it was given
 * @param jobs processes that shared the work
 */
record RunAgain(String experiment, String scale, @Nullable Path data, String device, int jobs) {
  private static final Pattern PLAIN = Pattern.compile("[\\p{Alnum}_./:,=@%+-]+");
  private static final String ANY_DEVICE = "auto";

  /** Writes the command for some seeds. */
  String command(List<Long> seeds) {
    List<String> words = new ArrayList<>(List.of("./facerepro", "run", name()));
    words.addAll(List.of("--scale", scale, "--seeds"));
    words.add(seeds.stream().map(String::valueOf).collect(Collectors.joining(",")));
    if (data != null) {
      words.addAll(List.of("--data", fromHome(data)));
    }
    if (!device.equals(ANY_DEVICE)) {
      words.addAll(List.of("--device", device));
    }
    if (jobs > 1) {
      words.addAll(List.of("--jobs", Integer.toString(jobs)));
    }
    return words.stream().map(RunAgain::quoted).collect(Collectors.joining(" "));
  }

  private String name() {
    boolean isFile = Files.isRegularFile(Path.of(experiment));
    return isFile && !Home.experiments().containsKey(experiment)
        ? fromHome(Path.of(experiment))
        : experiment;
  }

  /** A path from the project's folder on where it lies in it, else from the root. */
  private static String fromHome(Path place) {
    Path whole = place.toAbsolutePath().normalize();
    Path home = Home.folder();
    boolean inside = whole.startsWith(home) && !whole.equals(home);
    return (inside ? home.relativize(whole) : whole).toString();
  }

  private static String quoted(String word) {
    return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
