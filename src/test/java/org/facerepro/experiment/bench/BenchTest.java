package org.facerepro.experiment.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.facerepro.core.InvalidValueException;
import org.facerepro.core.Json;
import org.facerepro.core.Progress;
import org.facerepro.core.SpecException;
import org.facerepro.nn.Backbone;
import org.facerepro.nn.NetSpec;
import org.facerepro.nn.Rectifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BenchTest {
  private static final Bench TINY = new Bench(3, 1e-4);

  @ParameterizedTest
  @EnumSource(value = BenchTarget.class, mode = EnumSource.Mode.EXCLUDE, names = "TRAIN")
  void run_ofATarget_measuresEachOfItsCases(BenchTarget target) {
    BenchReport report = TINY.run(target, List.of(), Progress.SILENT);

    assertThat(report.cases())
        .extracting(BenchResult::id)
        .containsExactlyElementsOf(Bench.names(target));
    assertThat(report.cases())
        .allSatisfy(
            result -> {
              assertThat(result.runs()).isEqualTo(3);
              assertThat(result.seconds()).isBetween(result.secondsMin(), result.secondsMax());
              assertThat(result.peakMemoryBytes()).isPositive();
              assertThat(result.stages()).isNotEmpty();
            });
  }

  @Test
  void training_ofATinyNetwork_isMeasuredPartByPart() {
    NetSpec network = new NetSpec(Backbone.IR_NANO, Rectifier.PRELU, 16, 8);
    BenchResult result =
        TINY.run(new TrainingCase("train-ir-nano", network, null, 8, 20_000), Progress.SILENT);

    assertThat(Bench.names(BenchTarget.TRAIN))
        .containsExactly(
            "train-ir-mini",
            "train-iresnet50",
            "train-ir-mini-bfloat16",
            "train-iresnet50-bfloat16",
            "train-steady");
    assertThat(result.figures()).containsOnlyKeys("inputWaitShare");
    assertThat(result.stages()).containsOnlyKeys("input", "forward", "backward", "update");
    assertThat(result.stages().values()).allMatch(seconds -> seconds >= 0);
    assertThat(result.imagesPerSecond()).isPositive();
    assertThat(result.input()).startsWith("2 steps of 8 pictures of 16 x 16");
  }

  @Test
  void training_watchedForItsMemory_tellsTheResidentSetAtBothEnds() {
    NetSpec network = new NetSpec(Backbone.IR_NANO, Rectifier.PRELU, 16, 8);
    BenchCase steady =
        new SteadyTrainingCase(new TrainingCase("train-nano", network, null, 8, 20_000));
    BenchResult result = TINY.run(steady, Progress.SILENT);

    assertThat(result.input()).startsWith("10 times 2 steps of 8 pictures");
    assertThat(result.figures())
        .containsOnlyKeys("residentBytesEarly", "residentBytesLate", "residentGrowth");
  }

  @Test
  void run_asJson_hasTheKeysOfTheContract() {
    JsonNode json = Json.tree(TINY.run(BenchTarget.METRICS, List.of("bootstrap"), Progress.SILENT));

    assertThat(json.fieldNames()).toIterable().containsExactly("schema", "host", "cases");
    assertThat(json.at("/schema").textValue()).isEqualTo("facerepro/bench/v1");
    assertThat(json.at("/cases/0").fieldNames())
        .toIterable()
        .contains(
            "case", "runs", "seconds", "secondsMin", "secondsMax", "peakMemoryBytes", "stages");
    assertThat(json.at("/cases/0/case").textValue()).isEqualTo("bootstrap");
  }

  @Test
  void run_ofAnUnknownCase_namesTheKnownOnes() {
    assertThatThrownBy(
            () -> TINY.run(BenchTarget.PROTOCOL, List.of("rb-webfaces"), Progress.SILENT))
        .isInstanceOf(SpecException.class)
        .hasMessageContaining("rb-webface")
        .hasMessageContaining("ijbc-1to1");
  }

  @Test
  void run_ofACaseThatGivesOtherResults_isAnError() {
    List<Integer> results = new ArrayList<>(List.of(7, 7, 8, 7));
    BenchCase fickle = new GivenCase(results);

    assertThatThrownBy(() -> TINY.run(fickle, Progress.SILENT))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("case given gave 7, then 8");
  }

  @Test
  void bench_withoutRuns_isRefused() {
    assertThatThrownBy(() -> new Bench(0, 1)).isInstanceOf(InvalidValueException.class);
    assertThatThrownBy(() -> new Bench(1, 2)).isInstanceOf(InvalidValueException.class);
  }

  @Test
  void median_ofAnEvenNumber_isTheMeanOfTheMiddleOnes() {
    assertThat(Bench.median(new double[] {4, 1, 3, 2})).isEqualTo(2.5);
    assertThat(Bench.median(new double[] {5, 1, 3})).isEqualTo(3);
  }

  private record GivenCase(List<Integer> results) implements BenchCase {
    @Override
    public String id() {
      return "given";
    }

    @Override
    public BenchTarget target() {
      return BenchTarget.METRICS;
    }

    @Override
    public Prepared prepare(double scale) {
      return new Prepared() {
        @Override
        public String input() {
          return "none";
        }

        @Override
        public Object run(Stages stages) {
          return stages.time("all", () -> results.remove(0));
        }
      };
    }
  }
}
