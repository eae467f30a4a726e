package org.facerepro.experiment.helper;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.facerepro.experiment.Scale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ErrandTest {

  private static Errand errand(List<Long> seeds, @Nullable Path data, boolean keepGoing) {
    return new Errand(
        Path.of("home"),
        List.of("one", "two.yaml"),
        Scale.SAMPLE,
        seeds,
        Path.of("store"),
        data,
        "cpu:1",
        keepGoing);
  }

  @Test
  void arguments_sayWhatToMakeAndWhichHelperItIs() {
    assertThat(errand(List.of(1L, 2L), Path.of("data"), true).arguments(2, 3))
        .containsExactly(
            "helper",
            "one",
            "two.yaml",
            "--scale",
            "sample",
            "--seeds",
            "1,2",
            "--store",
            "store",
            "--device",
            "cpu:1",
            "--data=data",
            "--number",
            "2",
            "--jobs",
            "3",
            "--keep-going");
  }

  @Test
  void arguments_withoutSeedsAndData_leaveSeedsToTheSpecificationAndNameNoData() {
    assertThat(errand(List.of(), null, false).arguments(1, 2))
        .contains("--data=")
        .doesNotContain("--seeds", "--keep-going");
  }
}
