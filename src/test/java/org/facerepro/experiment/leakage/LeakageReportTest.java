package org.facerepro.experiment.leakage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.facerepro.data.leak.SetOverlap;
import org.facerepro.experiment.leakage.LeakageReport.Pair;
import org.facerepro.experiment.leakage.LeakageReport.Use;
import org.junit.jupiter.api.Test;

class LeakageReportTest {
  private static final SetOverlap NOTHING =
      new SetOverlap(9600, 400, 0, List.of(), false, 0, List.of(), 0, List.of(), 15);

  private static Pair pair(String test, int asked) {
    ComparedSets sets = new ComparedSets(Use.LEARNT, "train-faces", test, null, "orl");
    return Pair.of(sets, NOTHING, new Neighbours(0.95, 3600, asked, 400, 0, List.of()));
  }

  private static String text(Pair... pairs) {
    return new LeakageReport(LeakageReport.SCHEMA, "a", "sample", 1, List.of(pairs), List.of())
        .text();
  }

  @Test
  void text_ofASetThatWasComparedInPart_saysOnceHowMuchOfIt() {
    assertThat(text(pair("orl", 1024), pair("lfw", 1024)))
        .isEqualTo(
            """
            leakage: nothing in common between training and test (2 pairs of sets)
            leakage: embeddings compared of 1024 of 9600 pictures of train-faces, drawn evenly
            """);
  }

  @Test
  void text_ofASetThatWasComparedAsAWhole_saysNoMore() {
    assertThat(text(pair("orl", 9600)))
        .isEqualTo("leakage: nothing in common between training and test (1 pairs of sets)\n");
  }
}
