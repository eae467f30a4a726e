package org.facerepro.archive;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The templates of each split are searched. */
class TemplateSearchArchiveTest extends TemplateArchiveContract {
  TemplateSearchArchiveTest() {
    super(
        "search-templates",
        "ijba-1n",
        "rank-1",
        """
        everybody-enrolled-is-found:
          kind: equals
          metric: ijba-1n.rank-5
          value: 1
          because: five people are enrolled in each gallery of the stand-in
        """);
  }

  @Override
  List<String> numbers() {
    return List.of("rank-1", "rank-5", "rank-1.std", "tpir@fpir=1e-1");
  }

  @Test
  void recompute_withOtherMates_namesTheNumbersThatDiffer() throws IOException {
    float[] mates = stored("mate.npy");
    for (int i = 0; i < mates.length; i++) {
      mates[i] = Float.isNaN(mates[i]) ? Float.NaN : -1;
    }

    assertNoticed("mate.npy", mates);
  }
}
