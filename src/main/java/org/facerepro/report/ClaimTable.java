package org.facerepro.report;

import java.util.List;
import org.facerepro.experiment.ClaimOutcome;
import org.jspecify.annotations.Nullable;

/** Claims of a publication with what became of them, as text. */
final class ClaimTable {
  private ClaimTable() {}

  /** Returns a table with a blank line before it, or nothing where there are no claims. */
  static String of(@Nullable List<ClaimOutcome> claims) {
    if (claims == null || claims.isEmpty()) {
      return "";
    }
    TextTable table = new TextTable("claim", "verdict", "states", "published", "gates");
    for (ClaimOutcome claim : claims) {
      table.row(
          claim.claim(),
          claim.verdict().toString(),
          claim.states(),
          claim.published(),
          String.join(", ", claim.gates()));
    }
    return "\n" + table;
  }
}
