package org.facerepro.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.facerepro.metric.RocCurve;
import org.facerepro.metric.Scores;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class RocPlotTest {

  @Test
  void of_oneCurve_drawsItAboveChanceAndNamesIt() throws Exception {
    Document svg = parse(RocPlot.of("Title & more", Map.of("lfw <dev>", curve())));
    assertThat(svg.getElementsByTagName("polyline").getLength()).isEqualTo(2);
    assertThat(svg.getDocumentElement().getTextContent())
        .contains("Title & more", "lfw <dev>", "false accept rate", "true accept rate");
  }

  @Test
  void of_aPerfectSystem_staysAtTheTopEdge() throws Exception {
    Document svg = parse(RocPlot.of("t", Map.of("perfect", curve())));
    String points =
        svg.getElementsByTagName("polyline")
            .item(1)
            .getAttributes()
            .getNamedItem("points")
            .getTextContent();
    assertThat(points.strip().split(" ")).allSatisfy(p -> assertThat(p).endsWith(",44.00"));
  }

  @Test
  void of_noCurve_stillIsAPlot() throws Exception {
    assertThat(parse(RocPlot.of("empty", Map.of())).getDocumentElement().getTagName())
        .isEqualTo("svg");
  }

  private static RocCurve curve() {
    Scores.Builder scores = Scores.builder(2);
    for (int i = 0; i < 20; i++) {
      scores.add(0.9f - i * 0.01f, true, i % 2, "a", "a");
      scores.add(0.1f - i * 0.01f, false, i % 2, "a", "b");
    }
    return RocCurve.of(scores.build());
  }

  private static Document parse(String svg) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
  }
}
