package org.facerepro.experiment.helper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.facerepro.core.InvalidValueException;
import org.facerepro.nn.Compute;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MachinePartsTest {
  private static final long HEAP = 6L << 30;

  @ParameterizedTest
  @CsvSource({"2, 2, 1", "2, 3, 1", "2, 16, 8", "3, 16, 5"})
  void device_withoutANumber_isThatOfOnePart(int jobs, int processors, int threads) {
    MachineParts parts = new MachineParts(jobs, processors, HEAP);
    assertThat(parts.device("cpu")).isEqualTo("cpu:" + threads);
  }

  @Test
  void device_withANumber_isKept_andChangesNothingHere() {
    int before = Compute.of("cpu").describe().threads();
    assertThat(new MachineParts(2, 16, HEAP).device("cpu:3")).isEqualTo("cpu:3");
    assertThat(Compute.of("cpu").describe().threads()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"auto", "cpu", "gpu:0"})
  void device_ofTheUndividedMachine_isKept(String choice) {
    assertThat(new MachineParts(1, 16, HEAP).device(choice)).isEqualTo(choice);
  }

  @Test
  void options_giveEachItsShareOfHeapAndProcessors() {
    assertThat(new MachineParts(3, 6, HEAP).options())
        .containsExactly("-Xmx" + (2L << 30), "-XX:ActiveProcessorCount=2");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1})
  void noJobs_areRefused(int jobs) {
    assertThatThrownBy(() -> MachineParts.of(jobs))
        .isInstanceOf(InvalidValueException.class)
        .hasMessage("--jobs: expected a number above 0, got " + jobs);
  }
}
