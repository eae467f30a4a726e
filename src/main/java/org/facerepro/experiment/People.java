package org.facerepro.experiment;

import org.facerepro.core.Require;
import org.facerepro.core.Seed;
import org.facerepro.face.Casting;

/**
 * Whom a stage draws: the subjects of a name, from one on. Stages that name the same people draw
 * the same subjects; their pictures have nothing in common unless the series is the same, too.
 *
 * @param named any name
 * @param from number of the first subject, from 0
 * @param series name of the pictures
 */
public record People(String named, int from, String series) {
  private static final String STREAM = "people";

  public People {
    Require.text("named", named);
    Require.text("series", series);
    Require.between("from", from, 0L, 10_000_000L);
  }

  /** Returns the seed that these people come from in a run. */
  Seed seed(Seed root) {
    return root.child(STREAM).child(named);
  }

  /** Returns whom the generator draws. */
  Casting casting() {
    return new Casting(from, series);
  }
}
