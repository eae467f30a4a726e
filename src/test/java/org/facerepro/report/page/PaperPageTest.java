package org.facerepro.report.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.facerepro.archive.SmallRun;
import org.facerepro.archive.SmallTrial;
import org.facerepro.core.InvalidValueException;
import org.facerepro.core.Sha256;
import org.facerepro.experiment.PublishedBaseline;
import org.facerepro.experiment.trial.Trial;
import org.facerepro.experiment.trial.TrialBaselines;
import org.facerepro.metric.trial.Estimate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PaperPageTest {
  private static final String CLAIMS =
      """
        saves: {kind: saves-data, metric: proxy-real.auc, amount: 10, factor: 2, because: a cut,
          curve: [{amount: 10, metric: proxy-real@other.auc}, {amount: 99, metric: proxy-real.auc}]}
        printed: {kind: reproduces, metric: proxy-real.auc, baseline: study.proxy-real.auc,
          because: a row}
      claims:
        S-3: {states: The arm needs more., source: none, published: '50 %', gates: [saves]}
        S-2: {states: The arm is worse., source: 'some2020paper, Table 1',
          published: direction only, gates: [better, floor]}
        S-10: {states: Better than a guess., source: none, published: a | b, gates: [floor]}
      plots:
        arms:
          kind: bars
          title: Both arms
          places: [auc, accuracy]
          y: AUC and accuracy
          from: 0.5
          series: {tiny: [proxy-real.*], other arm: [proxy-real@other.*]}
        rates:
          kind: lines
          title: TAR by FAR
          x: FAR
          scale: log
          values: [0.001, 0.01, 0.1]
          y: TAR
          series: {tiny: [proxy-real.tar@far=*]}
        table:
          kind: heat-map
          title: Both arms by metric
          x: arm
          columns: [real, real@other]
          y: metric
          rows: [accuracy, auc]
          blank: [{column: real, row: auc}]
          series: {tiny: [proxy-*.*]}
      choices: [The arm is our choice.]
      """;

  private static final PublishedBaseline ROW =
      new PublishedBaseline(
          "study.proxy-real.auc",
          "some2020paper",
          "Table 1",
          "theirs",
          "",
          "",
          "",
          "0",
          "",
          "",
          "proxy-real",
          "auc",
          "99.5",
          "percent",
          "0.1",
          "exact",
          "https://example.org/paper");

  @TempDir static Path shared;
  private static Trial trial;
  private static Path trialArchive;
  private static Path runArchive;

  @TempDir Path folder;
  private Path page;

  @BeforeAll
  static void packArchives() throws IOException {
    trialArchive = shared.resolve("trial.tar.gz");
    SmallTrial small = heldAgainstARow(Files.createDirectories(shared.resolve("trial")), 1, 2, 3);
    for (long seed = 1; seed <= 3; seed++) {
      small.withSpecification(seed, PaperPageTest::withClaims);
    }
    trial = small.pack(trialArchive);
    runArchive = shared.resolve("run.tar.gz");
    SmallRun.of(Files.createDirectories(shared.resolve("run")), "tiny", 1).pack(runArchive);
  }

  private static SmallTrial heldAgainstARow(Path folder, long... seeds) {
    return SmallTrial.in(folder, seeds)
        .heldAgainst(new TrialBaselines(TrialBaselines.SCHEMA, List.of(ROW), null));
  }

  private static String withClaims(String specification) {
    return specification.substring(0, specification.indexOf("claims:")) + CLAIMS;
  }

  @BeforeEach
  void choosePlace() {
    page = folder.resolve("paper.md");
  }

  private PaperPage written(Path... archives) {
    PaperPage made = PaperPage.of(page, null, List.of(archives), folder);
    made.write();
    return made;
  }

  private String text() throws IOException {
    return Files.readString(page);
  }

  private List<String> check(PaperPage made, Path... archives) {
    return PageCheck.of(made, List.of(archives));
  }

  private void replace(Path file, String from, String to) throws IOException {
    String text = Files.readString(file);
    assertThat(text).contains(from);
    Files.writeString(file, text.replace(from, to));
  }

  private static Path besides(Path page, String name) {
    return page.resolveSibling("paper").resolve(name);
  }

  @Test
  void page_listsTheGatesThatNoClaimRestsOn() throws IOException {
    written(trialArchive);
    String text = text();
    String others = text.substring(text.indexOf("## Other gates"), text.indexOf("## Plots"));
    assertThat(others)
        .contains("| tiny, embedded | saved | ")
        .doesNotContain("| better |", "| floor |", "| saves |");
  }

  @Test
  void page_showsEachClaimWithTheDifferenceThatDecides() throws IOException {
    written(trialArchive);
    Estimate decides = trial.gates().get(0).comparisons().get(0).difference();
    String difference = Measured.difference(decides.mean(), decides.interval(0.95).orElseThrow());
    assertThat(text().lines().filter(line -> line.startsWith("| S-2 ")))
        .singleElement()
        .asString()
        .contains("The arm is worse.", "direction only (some2020paper, Table 1)")
        .contains("`proxy-real.auc` − `proxy-real@other.auc` = " + difference)
        .endsWith("| " + Objects.requireNonNull(trial.claims()).get(0).verdict() + " |");
  }

  @Test
  void page_showsHowManyTimesTheDataAreSaved() throws IOException {
    written(trialArchive);
    Trial.Saved saved =
        trial.gates().stream()
            .filter(gate -> gate.gate().equals("saves"))
            .flatMap(gate -> Stream.ofNullable(gate.saved()))
            .toList()
            .get(0);
    assertThat(text().lines().filter(line -> line.startsWith("| S-3 ")))
        .singleElement()
        .asString()
        .contains(
            "`saves`: " + Measured.factor(saved.factor(), saved.interval()) + " times the data");
  }

  @Test
  void page_ordersClaimsByTheirNumbers() throws IOException {
    written(trialArchive);
    assertThat(text().indexOf("| S-2 ")).isPositive().isLessThan(text().indexOf("| S-10 "));
    assertThat(text()).contains("| a \\| b |");
  }

  @Test
  void page_showsMeansWithIntervalsOfEveryArm() throws IOException {
    written(trialArchive);
    Trial.TrialMetric auc = trial.metric("proxy-real@other.auc").orElseThrow();
    assertThat(text().lines().filter(line -> line.startsWith("| proxy-real | other | ")))
        .singleElement()
        .asString()
        .contains(Measured.number(auc.mean()) + " (");
  }

  @Test
  void page_namesItsArchivesAndHowToCheckThem() throws IOException {
    written(trialArchive, runArchive);
    assertThat(text())
        .contains("| `trial.tar.gz` | `" + Sha256.ofFile(trialArchive).hex() + "` |")
        .contains("./facerepro run tiny --scale embedded --seeds 1,2,3\n")
        .contains("./facerepro archive recompute run.tar.gz\n")
        .contains("./facerepro page trial.tar.gz run.tar.gz --out paper.md --check\n")
        .contains("- The arm is our choice.\n");
  }

  @Test
  void page_ofOneRun_leavesClaimsOverTheTrialOpen() throws IOException {
    written(singleRun());
    assertThat(text().lines().filter(line -> line.startsWith("| S-2 ")))
        .singleElement()
        .asString()
        .endsWith("| needs seeds |");
  }

  private Path singleRun() throws IOException {
    heldAgainstARow(folder, 1)
        .withSpecification(1, PaperPageTest::withClaims)
        .pack(folder.resolve("unused.tar.gz"));
    return folder.resolve("run1").resolve("run.tar.gz");
  }

  @Test
  void page_showsPublishedNumbersBesideThoseFromHere() throws IOException {
    written(trialArchive);
    Trial.TrialGate gate =
        trial.gates().stream().filter(g -> g.gate().equals("printed")).findFirst().orElseThrow();
    Trial.Reproduced row = Objects.requireNonNull(gate.reproduced());
    assertThat(published())
        .contains("| 99.5 percent | " + Measured.number(row.reproduced()) + " (")
        .contains("| " + Measured.difference(row.difference(), null) + " | ")
        .contains(" | %s | %s | ".formatted(Measured.number(row.tolerance()), gate.verdict()))
        .endsWith("| `study.proxy-real.auc`: some2020paper, Table 1, https://example.org/paper |");
  }

  @Test
  void page_ofOneRun_leavesPublishedNumbersOpen() throws IOException {
    written(singleRun());
    assertThat(published()).contains("| – | – | needs seeds | `study.proxy-real.auc` |");
  }

  @Test
  void page_withoutGatesOnRows_hasNoTableOfThem() throws IOException {
    written(runArchive);
    assertThat(text()).doesNotContain("## Published numbers");
  }

  private String published() throws IOException {
    return text()
        .lines()
        .filter(line -> line.startsWith("| tiny, embedded | `proxy-real.auc` | "))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void everyNumber_isInTheTableBesideThePage() throws IOException {
    written(trialArchive);
    Trial.TrialMetric auc = trial.metric("proxy-real@other.auc").orElseThrow();
    assertThat(Files.readAllLines(besides(page, "numbers.csv")))
        .hasSize(1 + trial.metrics().size())
        .anyMatch(
            line -> line.startsWith("tiny,embedded,proxy-real,,other,auc,3," + auc.mean() + ","));
  }

  @Test
  void page_drawsATableOfCells_withTheMeanInEachThatIsNotBlank() throws IOException {
    written(trialArchive);
    String svg = Files.readString(besides(page, "tiny-embedded-table.svg"));
    for (String metric : List.of("proxy-real.accuracy", "proxy-real@other.auc")) {
      double mean = trial.metric(metric).orElseThrow().mean();
      assertThat(svg).contains(">%.2f</text>".formatted(mean));
    }
    assertThat(svg.lines().filter(line -> line.matches(".*>[01]\\.\\d\\d</text>"))).hasSize(3);
    assertThat(text()).contains("Both arms by metric: tiny, embedded; means over seeds.");
  }

  @Test
  void aPage_madeTwice_hasTheSameBytes() throws IOException {
    written(trialArchive, runArchive);
    String first = text();
    String plot = Files.readString(besides(page, "tiny-embedded-arms.svg"));
    written(trialArchive, runArchive);
    assertThat(text()).isEqualTo(first);
    assertThat(besides(page, "tiny-embedded-arms.svg")).hasContent(plot);
  }

  @Test
  void check_ofAPageAsItWasWritten_findsNothing() {
    assertThat(check(written(trialArchive), trialArchive)).isEmpty();
  }

  @Test
  void check_afterANumberWasChanged_namesItsLine() throws IOException {
    PaperPage made = written(trialArchive);
    String shown = Measured.number(trial.metric("proxy-real.auc").orElseThrow().mean());
    int line = (int) text().substring(0, text().indexOf(shown)).lines().count();
    replace(page, shown, "0.9999");
    assertThat(check(made, trialArchive))
        .isNotEmpty()
        .first()
        .asString()
        .startsWith(page + ":" + line + ":")
        .contains("0.9999", "expected", shown);
  }

  @Test
  void check_afterAPlotOrTheTableWasChanged_namesTheFile() throws IOException {
    PaperPage made = written(trialArchive);
    replace(besides(page, "tiny-embedded-rates.svg"), "TAR by FAR", "TAR by Far");
    replace(
        besides(page, "numbers.csv"), "proxy-real,,other,auc,3,0.", "proxy-real,,other,auc,3,1.");
    assertThat(check(made, trialArchive))
        .hasSize(2)
        .anyMatch(finding -> finding.contains("tiny-embedded-rates.svg:"))
        .anyMatch(finding -> finding.contains("numbers.csv:"));
  }

  @Test
  void check_ofFilesThatAreMissingOrStrange_namesThem() throws IOException {
    PaperPage made = written(trialArchive);
    Files.delete(besides(page, "numbers.csv"));
    Files.writeString(besides(page, "old.svg"), "");
    assertThat(check(made, trialArchive))
        .containsExactly(
            besides(page, "numbers.csv") + " is missing",
            besides(page, "old.svg") + " does not belong to the page");
  }

  @Test
  void check_againstAnArchiveWithAForgedNumber_findsItThere() throws IOException {
    Path forged = folder.resolve("archive.tar.gz");
    Files.copy(runArchive, forged);
    SmallTrial.forge(
        forged,
        archive ->
            archive.edit(
                "result.json",
                result ->
                    ((ObjectNode) result.at("/reports/proxy-real/metrics/tenfold-facenet/accuracy"))
                        .put("value", 0.999)));
    assertThat(check(written(forged), forged))
        .isNotEmpty()
        .allMatch(finding -> finding.contains("result.json: /reports/proxy-real"));
  }

  @Test
  void page_ofNoMarkdown_isRefused() {
    assertThatThrownBy(
            () -> PaperPage.of(folder.resolve("paper.html"), null, List.of(runArchive), folder))
        .isInstanceOf(InvalidValueException.class)
        .hasMessageContaining("ends in .md");
  }

  @Test
  void folder_holdsNothingElse() throws IOException {
    written(trialArchive);
    try (Stream<Path> files = Files.list(page.resolveSibling("paper"))) {
      assertThat(files.map(file -> String.valueOf(file.getFileName())))
          .containsExactlyInAnyOrder(
              "numbers.csv",
              "tiny-embedded-arms.svg",
              "tiny-embedded-rates.svg",
              "tiny-embedded-table.svg");
    }
  }
}
