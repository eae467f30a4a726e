package org.facerepro.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class TrainingCurvesTest {

  private static List<EpochReport> epochs(int count, boolean watched) {
    List<EpochReport> epochs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      VerificationScore dev = watched ? new VerificationScore(0.5 + 0.05 * i, 0.6) : null;
      epochs.add(new EpochReport(i, 0.1 - 0.01 * i, 8.0 - i, 0.1 * i, dev));
    }
    return epochs;
  }

  private static Document parsed(String svg) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(svg)));
  }

  private static List<Double> heights(Document svg, String colour) {
    List<Double> heights = new ArrayList<>();
    for (int i = 0; i < svg.getElementsByTagName("circle").getLength(); i++) {
      Element dot = (Element) svg.getElementsByTagName("circle").item(i);
      if (dot.getAttribute("fill").equals(colour)) {
        heights.add(Double.valueOf(dot.getAttribute("cy")));
      }
    }
    return heights;
  }

  @Test
  void curves_haveADotForEachEpochOfEachSeries() throws Exception {
    Document svg = parsed(TrainingCurves.of(5, epochs(3, true)));
    assertThat(svg.getElementsByTagName("circle").getLength()).isEqualTo(4 * 3);
    assertThat(heights(svg, "#d55e00")).hasSize(3).isSortedAccordingTo((a, b) -> b.compareTo(a));
  }

  @Test
  void curves_withoutDevFaces_haveNoSeriesForThem() throws Exception {
    String svg = TrainingCurves.of(5, epochs(3, false));
    assertThat(parsed(svg).getElementsByTagName("circle").getLength()).isEqualTo(3 * 3);
    assertThat(svg).doesNotContain("dev faces");
  }

  @Test
  void curves_beforeTheFirstEpochEnds_areEmptyFrames() throws Exception {
    Document svg = parsed(TrainingCurves.of(40, List.of()));
    assertThat(svg.getElementsByTagName("circle").getLength()).isZero();
  }

  @Test
  void heading_saysHowFarTheTrainingIs() {
    assertThat(TrainingCurves.of(40, epochs(2, true)))
        .contains("Training: epoch 2 of 40, loss 7.000");
  }
}
