package org.facerepro.nn;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import java.util.List;
import java.util.stream.IntStream;
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
  void severalGpus_ofWhichOneIsNotThere_areReportedWithThatOne() {
    int present = Compute.of("cpu").engine().getGpuCount();
    String numbers =
        IntStream.rangeClosed(0, present).mapToObj(String::valueOf).collect(joining(","));
    assertThatThrownBy(() -> Compute.of("gpu:" + numbers + ",99"))
        .isInstanceOf(DataUnavailableException.class)
        .hasMessageContaining("gpu:" + present + " is not there");
  }

  @Test
  void oneGpu_namedTwice_isRefused() {
    assertThatThrownBy(() -> Compute.of("gpu:0,1,00"))
        .isInstanceOf(InvalidValueException.class)
        .hasMessageContaining("each GPU once");
  }

  @Test
  void severalDevices_areNamedInTheirOrder_andTheFirstHoldsNewMemory() {
    Compute cpus = Compute.on(List.of(Device.cpu(), Device.cpu()));
    assertThat(cpus.devices()).containsExactly(Device.cpu(), Device.cpu());
    assertThat(cpus.describe().device()).isEqualTo("cpu,cpu");
    assertThat(Compute.on(List.of(Device.gpu(2), Device.gpu(0))).describe().device())
        .isEqualTo("gpu:2,0");
  }

  @Test
  void noDevice_isRefused() {
    assertThatThrownBy(() -> Compute.on(List.of())).isInstanceOf(InvalidValueException.class);
  }

  @Test
  void otherWords_areRefused() {
    assertThatThrownBy(() -> Compute.of("tpu")).isInstanceOf(InvalidValueException.class);
  }
}
