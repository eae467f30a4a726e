package org.facerepro.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.facerepro.core.DataUnavailableException;
import org.facerepro.core.InvalidValueException;
import org.junit.jupiter.api.Test;

class ComputeTest {

  @Test
  void cpu_isDescribedForAnArchive() {
    Compute.Description description = Compute.of("cpu").describe();
    assertThat(description.engine()).isEqualTo("PyTorch");
    assertThat(description.device()).isEqualTo("cpu");
    assertThat(description.threads()).isEqualTo(Runtime.getRuntime().availableProcessors());
  }

  @Test
  void threads_canBeSetForTheSakeOfEqualBits() {
    int before = Compute.of("cpu").describe().threads();
    assertThat(Compute.of("cpu:1").describe().threads()).isEqualTo(1);
    assertThat(Compute.of("cpu:" + before).describe().threads()).isEqualTo(before);
  }

  @Test
  void auto_findsADevice() {
    assertThat(Compute.of("auto").describe().device()).matches("cpu|gpu:0");
  }

  @Test
  void gpu_thatIsNotThere_isReportedWithWhatToDo() {
    assertThatThrownBy(() -> Compute.of("gpu:99"))
        .isInstanceOf(DataUnavailableException.class)
        .hasMessageContaining("choose cpu or auto");
  }

  @Test
  void severalGpus_areRefused_asATrainingRunsOnOneDevice() {
    assertThatThrownBy(() -> Compute.of("gpu:0,1"))
        .isInstanceOf(InvalidValueException.class)
        .hasMessageContaining("one GPU, gpu:N, as a training runs on one device");
  }

  @Test
  void otherWords_areRefused() {
    assertThatThrownBy(() -> Compute.of("tpu")).isInstanceOf(InvalidValueException.class);
  }
}
