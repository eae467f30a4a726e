package org.facerepro.experiment.leakage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeptRowsTest {
  private final List<String> embedded = new ArrayList<>();
  private final KeptRows<String> rows = new KeptRows<>(5);

  @Test
  void embedsOnceWhatIsAskedForAgain() {
    ask("a");
    ask("a");

    assertThat(embedded).containsExactly("a");
  }

  @Test
  void forgetsWhatWasAskedForLongestAgo() {
    ask("a");
    ask("b");
    ask("a");
    ask("c");
    ask("a");
    ask("b");

    assertThat(embedded).containsExactly("a", "b", "c", "b");
  }

  @Test
  void keepsTheLastOnesHoweverManyTheyAre() {
    KeptRows<String> small = new KeptRows<>(1);

    small.get("a", () -> pair("a"));
    small.get("a", () -> pair("a"));

    assertThat(embedded).containsExactly("a");
  }

  private void ask(String which) {
    rows.get(which, () -> pair(which));
  }

  private Neighbours.Rows pair(String which) {
    embedded.add(which);
    return Neighbours.Rows.of(List.of(which), List.<float[]>of(new float[] {1, 0}));
  }
}
