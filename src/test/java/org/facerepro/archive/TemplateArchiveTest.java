package org.facerepro.archive;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The templates of each split are compared. */
class TemplateArchiveTest extends TemplateArchiveContract {
  TemplateArchiveTest() {
    super(
        "verify-templates",
        "ijba-11",
        "auc",
        """
        every-template-is-made:
          kind: equals
          metric: ijba-11.fta
          value: 0
          because: the stand-in has a picture for every template
        """);
  }

  @Override
  List<String> numbers() {
    return List.of("auc", "eer", "tar@far=1e-1", "fta", "auc.std");
  }

  @Test
  void recompute_withOtherSimilarities_namesTheNumbersThatDiffer() throws IOException {
    assertNoticed("similarity.npy", new float[stored("similarity.npy").length]);
  }
}
