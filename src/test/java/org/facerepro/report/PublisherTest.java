package org.facerepro.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.facerepro.archive.Imprint;
import org.facerepro.archive.RunSource;
import org.facerepro.archive.SmallRun;
import org.facerepro.archive.StoredRun;
import org.facerepro.core.CorruptDataException;
import org.facerepro.experiment.CompletedRun;
import org.facerepro.experiment.Environment;
import org.facerepro.experiment.leakage.LeakageReport;
import org.facerepro.nn.Compute;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublisherTest {
  private static final String RERUN = "./facerepro run tiny --scale embedded --seeds 1";
  private static final Path HOME = Path.of(System.getProperty("facerepro.home", ""));
  private static final String PLACE = "tiny/embedded-seed1";

  @TempDir Path folder;
  private SmallRun small = SmallRun.of(Path.of(""), "tiny", 1);

  @BeforeEach
  void prepare() {
    small = SmallRun.of(folder, "tiny", 1);
  }

  @Test
  void publish_ofARun_packsTheCurveThatLiesBesideTheArchive() throws IOException {
    PublishedRun published = publish(LeakageReport.Finding.CLEAN);

    assertThat(published.folder()).isEqualTo(folder.resolve("out").resolve(PLACE));
    Path beside = published.folder().resolve("roc.svg");
    assertThat(beside).content().startsWith("<svg").contains("proxy-real");
    try (StoredRun stored = StoredRun.open(published.archive())) {
      assertThat(stored.text("plots/roc.svg")).contains(Files.readString(beside));
    }
  }

  @Test
  void publish_ofARun_laysDownResultSheetsAndReport() throws IOException {
    PublishedRun published = publish(LeakageReport.Finding.CLEAN);

    for (String file : List.of("result.json", "leakage.json", "train-faces.png", "times.json")) {
      assertThat(published.folder().resolve(file)).isNotEmptyFile();
    }
    assertThat(published.text())
        .contains(published.archive().toString(), "to run it again: facerepro run tiny.yaml");
  }

  @Test
  void publish_ofARun_keepsAReportWithoutPlacesOfTheMachine() throws IOException {
    PublishedRun published = publish(LeakageReport.Finding.CLEAN);

    String kept =
        published
            .text()
            .replace("again: facerepro run tiny.yaml", "again: " + RERUN)
            .replace(published.archive().toString(), "tiny-embedded-seed1.tar.gz");
    assertThat(published.folder().resolve("report.txt")).hasContent(kept);
    assertThat(kept).doesNotContain(folder.toString());
  }

  @Test
  void publish_ofARunWithALeak_laysDownTheReportOfItAlone() {
    assertThatThrownBy(() -> publish(LeakageReport.Finding.LEAK))
        .isInstanceOf(CorruptDataException.class);
    assertThat(folder.resolve("out").resolve(PLACE))
        .isDirectoryContaining("glob:**/leakage.json")
        .isDirectoryNotContaining("glob:**/*.tar.gz")
        .isDirectoryNotContaining("glob:**/result.json");
  }

  private PublishedRun publish(LeakageReport.Finding finding) throws IOException {
    CompletedRun run = small.pack(folder.resolve("run.tar.gz"));
    Imprint imprint = new Imprint("Ada", null, Imprint.LICENCE, LocalDate.of(2026, 1, 2));
    RunSource source =
        new RunSource(
            HOME.resolve("fixtures/experiments/tiny.yaml"),
            environment(),
            HOME.resolve("protocols"),
            imprint);
    return new Publisher(folder.resolve("out"))
        .publish(run, source, small.leakage(finding, List.of()), "facerepro run tiny.yaml");
  }

  private static Environment environment() {
    return new Environment(
        Environment.SCHEMA,
        "1",
        "0123abcd",
        "17",
        "any",
        "any",
        1,
        new Compute.Description("none", "0", "cpu", 1),
        List.of());
  }
}
