package org.facerepro.experiment;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.facerepro.core.NearNames;
import org.facerepro.core.Require;

/**
 * A statement of a publication, and the gates that decide whether it holds here.
 *
 * @param states the statement as a sentence
 * @param source a row of {@code baselines/published.csv}, a paper and the place in it, or "none"
 * @param published what the publication prints for it, or that it gives the direction only
 * @param gates names of the gates that it rests on; its verdict is the worst of theirs
 */
public record Claim(String states, String source, String published, List<String> gates) {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9]+([.-][A-Za-z0-9]+)*");
  private static final Pattern ROW = Pattern.compile("[^,\\s]+");
  private static final Pattern PLACE = Pattern.compile("[a-z0-9-]+, \\S.*");

  public Claim {
    Require.text("states", states);
    Require.that(
        ROW.matcher(source).matches() || PLACE.matcher(source).matches(),
        "source",
        "'none', a row of baselines/published.csv, or a paper and the place in it:"
            + " kortylewski2019analyzing, abstract",
        "'" + source + "'");
    Require.text("published", published);
    Require.that(!gates.isEmpty(), "gates", "the name of at least one gate", gates);
    Set<String> seen = new HashSet<>();
    for (String gate : gates) {
      Require.that(seen.add(gate), "gates", "gates that differ", "'" + gate + "' twice");
    }
    gates = List.copyOf(gates);
  }

  /** Returns whether {@link #source()} can only be meant as a row of the published figures. */
  public boolean namesRow() {
    return !source.equals(ExperimentSpec.NOTHING) && !source.contains(",");
  }

  /** Requires a name and gates that there are. */
  void check(String name, Set<String> known) {
    String key = "claims/" + name;
    Require.that(
        NAME.matcher(name).matches(), key, "letters and digits with dashes or dots, as B-2", name);
    for (String gate : gates) {
      Require.that(
          known.contains(gate),
          key + "/gates",
          "the name of a gate" + NearNames.hint(gate, known),
          "'" + gate + "'");
    }
  }
}
