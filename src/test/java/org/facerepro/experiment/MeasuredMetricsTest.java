package org.facerepro.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.facerepro.core.Seed;
import org.facerepro.metric.Convention;
import org.facerepro.metric.Far;
import org.facerepro.metric.LabelledScores;
import org.facerepro.metric.MeanReport;
import org.facerepro.metric.Metric;
import org.facerepro.metric.MetricPath;
import org.facerepro.metric.MetricReport;
import org.facerepro.metric.Scores;
import org.facerepro.metric.VerificationMetrics;
import org.facerepro.protocol.ijb.TemplateMetrics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MeasuredMetricsTest {
  private static final MeasuredMetrics MEASURED =
      MeasuredMetrics.of(new Stage.Verify("embeddings"));
  private static final MeasuredMetrics SEARCHED =
      MeasuredMetrics.of(new Stage.Search("embeddings"));
  private static final MeasuredMetrics OF_TEMPLATES =
      MeasuredMetrics.of(new Stage.VerifyTemplates("embeddings"));
  private static final MeasuredMetrics OF_TEMPLATES_SEARCHED =
      MeasuredMetrics.of(new Stage.SearchTemplates("embeddings"));

  @ParameterizedTest
  @ValueSource(
      strings = {"rank-1", "rank-5.interval.low", "tpir@fpir=1e-2", "tpir@fpir=1e-1.threshold"})
  void has_aNumberOfASearch_ofASearchOnly(String path) {
    assertThat(SEARCHED.include(MetricPath.parse(path))).isTrue();
    assertThat(SEARCHED.has(MetricPath.parse(path))).isTrue();
    assertThat(MEASURED.include(MetricPath.parse(path))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tar@far=1e-6",
        "tar@far=1e-2.threshold",
        "tar@far=1e-2.std",
        "nearest-corner.tar@far=1e-4",
        "auc.standardError",
        "fta"
      })
  void has_aNumberOfTemplatesOrOfTheMeanOverSplits(String path) {
    assertThat(OF_TEMPLATES.include(MetricPath.parse(path))).isTrue();
    assertThat(OF_TEMPLATES.has(MetricPath.parse(path))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"rank-1", "rank-10.std", "rank-5.interval.low", "tpir@fpir=1e-2,rank=5"})
  void has_aNumberOfTemplatesSearchedOrOfTheMeanOverGalleries(String path) {
    assertThat(OF_TEMPLATES_SEARCHED.include(MetricPath.parse(path))).isTrue();
    assertThat(OF_TEMPLATES_SEARCHED.has(MetricPath.parse(path))).isTrue();
  }

  @Test
  void names_ofTemplatesSearched_areTheRatesThatEvaluationsReport() {
    assertThat(OF_TEMPLATES_SEARCHED.names())
        .isEqualTo(SEARCHED.names())
        .contains("rank-1, rank-10, rank-5, tpir@fpir=1e-1");
  }

  @Test
  void include_ofTemplatesAtTheRatesOfAProtocol_knowsNoOther() {
    MeasuredMetrics measured = MeasuredMetrics.ofTemplates(List.of(Far.parse("1e-3")));

    assertThat(measured.include(MetricPath.parse("tar@far=1e-3"))).isTrue();
    assertThat(measured.include(MetricPath.parse("tar@far=1e-4"))).isFalse();
    assertThat(measured.names()).contains("tar@far=1e-3").doesNotContain("tar@far=1e-4");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.1})
  void everyNumberOfAReport_isKnownBeforehand(double failing) {
    assertKnown(MEASURED, VerificationMetrics.report(scores(failing), new Seed(3)));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.1})
  void everyNumberOfTemplates_isKnownBeforehand(double failing) {
    MetricReport split =
        TemplateMetrics.report(LabelledScores.of(scores(failing)), TemplateMetrics.TARGETS, 0);
    assertKnown(OF_TEMPLATES, split);
    assertKnown(OF_TEMPLATES, MeanReport.of(List.of(split, split)));
  }

  private static void assertKnown(MeasuredMetrics measured, MetricReport report) {
    for (Convention convention : report.metrics().keySet()) {
      for (Metric metric : report.metricsOf(convention)) {
        for (MetricPath.Part part : MetricPath.Part.values()) {
          MetricPath path = new MetricPath(convention, metric, part);
          if (report.value(path).isPresent()) {
            assertThat(measured.include(path)).as(path.text()).isTrue();
            assertThat(measured.has(path)).as(path.text()).isTrue();
          }
        }
      }
    }
  }

  @Test
  void aRateAtASmallTarget_hasTheNumbersOfOneAtALargeTarget() {
    assertThat(MEASURED.parts(MetricPath.parse("tar@far=1e-4")))
        .isEqualTo(MEASURED.parts(MetricPath.parse("tar@far=1e-1")))
        .startsWith("value, interval.low, interval.high");
  }

  private static Scores scores(double failing) {
    Random random = new Random(7);
    Scores.Builder scores = Scores.builder(5);
    for (int i = 0; i < 400; i++) {
      boolean genuine = i % 2 == 0;
      String first = "s" + random.nextInt(30);
      String second = genuine ? first : first + "x" + random.nextInt(5);
      float similarity = (float) (random.nextGaussian() * 0.2 + (genuine ? 0.3 : 0));
      boolean failed = random.nextDouble() < failing;
      scores.add(failed ? Float.NaN : similarity, genuine, i % 5, first, second);
    }
    return scores.build();
  }
}
