package org.facerepro.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A decided claim.
 *
 * @param claim its name in the specification
 * @param states the statement
 * @param source where it is made
 * @param published what the publication prints for it
 * @param gates the gates that it rests on
 * @param verdict the worst of theirs
 */
public record ClaimOutcome(
    String claim,
    String states,
    String source,
    String published,
    List<String> gates,
    Verdict verdict) {

  public ClaimOutcome {
    gates = List.copyOf(gates);
  }

  /**
   * Decides claims. One with a gate that is not decided is left out, as the gates of a trial are in
   * its single runs.
   *
   * @param claims as declared, by name
   * @param verdicts of the decided gates, by name
   * @return null where none is declared
   */
  public static @Nullable List<ClaimOutcome> decide(
      Map<String, Claim> claims, Map<String, Verdict> verdicts) {
    if (claims.isEmpty()) {
      return null;
    }
    List<ClaimOutcome> outcomes = new ArrayList<>();
    claims.forEach(
        (name, claim) -> {
          if (verdicts.keySet().containsAll(claim.gates())) {
            outcomes.add(of(name, claim, verdicts));
          }
        });
    return List.copyOf(outcomes);
  }

  private static ClaimOutcome of(String name, Claim claim, Map<String, Verdict> verdicts) {
    List<Verdict> all =
        claim.gates().stream().map(gate -> Objects.requireNonNull(verdicts.get(gate))).toList();
    return new ClaimOutcome(
        name, claim.states(), claim.source(), claim.published(), claim.gates(), Verdict.worst(all));
  }
}
