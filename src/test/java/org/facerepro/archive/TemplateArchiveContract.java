package org.facerepro.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.facerepro.data.Npy;
import org.facerepro.data.NpyArray;
import org.facerepro.experiment.CompletedRun;
import org.facerepro.experiment.Verdict;
import org.facerepro.experiment.leakage.LeakageReport;
import org.facerepro.experiment.trial.Known;
import org.facerepro.experiment.trial.Trial;
import org.facerepro.experiment.trial.Trials;
import org.facerepro.metric.MetricReport;
import org.facerepro.protocol.OpenedSets;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What holds of every kind of stage that measures templates: a network as it was drawn is tested on
 * the ten splits of the generated stand-in for IJB-A, and packed.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class TemplateArchiveContract {
  private static final Path HOME = Path.of(System.getProperty("facerepro.home", ""));
  private static final Path DATA = HOME.resolve("fixtures/protocols/ijb-a");

  private final String kind;
  private final String protocol;
  private final String leading;
  private final String gates;

  private Path folder;
  private UntrainedRun made;
  private CompletedRun run;

  /**
   * Names what is tested.
   *
   * @param kind of the stage
   * @param protocol id, also the name of the stage
   * @param leading the metric that says most
   * @param gates of the specification that must hold, besides those on both ends of the splits
   */
  TemplateArchiveContract(String kind, String protocol, String leading, String gates) {
    this.kind = kind;
    this.protocol = protocol;
    this.leading = leading;
    this.gates = gates;
  }

  /** Returns the numbers that an evaluation of the same network must have too. */
  abstract List<String> numbers();

  @BeforeAll
  void measureAndPack(@TempDir Path temporary) throws IOException {
    folder = temporary;
    made = UntrainedRun.of(folder, text(), DATA);
    run = made.run();
  }

  private String text() throws IOException {
    String test =
        """
          faces-of-templates:
            {kind: embed, model: recogniser, protocol: <protocol> release=any, flip: true}
          <protocol>: {kind: <kind>, embeddings: faces-of-templates}

        gates:
          numbers-of-a-split-are-there:
            kind: at-most
            metric: <protocol>/split-10.<leading>
            value: 1
            because: it is one at most
          numbers-of-the-mean-are-there:
            kind: at-least
            metric: <protocol>.<leading>.std
            value: 0
            because: a standard deviation is not negative
        """;
    return UntrainedRun.specification(
        "templates",
        test.replace("<protocol>", protocol).replace("<kind>", kind).replace("<leading>", leading)
            + gates.indent(2));
  }

  @Test
  void run_ofTemplates_reportsTheMeanAndEachSplit() {
    assertThat(run.result().reports().keySet())
        .hasSize(11)
        .contains(protocol, protocol + "/split-1", protocol + "/split-10");
    assertThat(run.result().verdict()).isEqualTo(Verdict.PASS);
    assertThat(run.result().remarks().get(protocol))
        .anyMatch(remark -> remark.startsWith("templates: mirrored face added by the model;"))
        .noneMatch(remark -> remark.contains("has length 1"));
  }

  @ParameterizedTest
  @MethodSource("numbers")
  void run_ofTemplates_givesTheNumbersOfAnEvaluationOfTheSameNetwork(String number) {
    MetricReport direct =
        OpenedSets.part(made.evaluated(protocol, DATA, folder.resolve("store")), "mean");
    MetricReport stored = Objects.requireNonNull(run.result().reports().get(protocol));

    assertThat(stored.comparisons()).isEqualTo(direct.comparisons());
    assertThat(stored.value(number).orElseThrow())
        .isEqualTo(direct.value(number).orElseThrow(), within(1e-6));
  }

  @Test
  void trial_ofTemplates_hasNoIntervalOverSubjects() {
    Trial trial = Trials.of(made.spec(), List.of(run), Known.of(HOME));

    assertThat(trial.metrics())
        .filteredOn(each -> each.metric().equals(protocol + "." + leading))
        .singleElement()
        .satisfies(each -> assertThat(each.overSubjects()).isNull());
  }

  @Test
  void leakage_betweenTrainingAndTemplates_isLookedForInTheirFaces() {
    LeakageReport leakage = made.leakage();
    assertThat(leakage.pairs())
        .anyMatch(
            pair ->
                pair.training().equals("train-faces")
                    && pair.test().equals(protocol)
                    && pair.overlap().secondImages() > 30);
    assertThat(leakage.notChecked()).isEmpty();
    assertThat(leakage.isLeak()).isFalse();
  }

  @Test
  void recompute_ofTheArchive_isSound() {
    ArchiveVerification verification = ArchiveVerifier.recompute(made.archive());

    assertThat(verification.findings()).isEmpty();
    assertThat(verification.recomputedNumbers()).isGreaterThan(100);
  }

  /** Returns an array that the stage stored. */
  final float[] stored(String file) {
    return Npy.read(run.folder(protocol).resolve(file)).floats();
  }

  /** Requires that an archive with another array names the leading number as one that differs. */
  final void assertNoticed(String file, float[] values) throws IOException {
    Path copy = Files.copy(made.archive(), folder.resolve("forged.tar.gz"));
    SmallArchive forged = SmallArchive.ofFile(copy);
    Path array = folder.resolve(file);
    Npy.write(array, NpyArray.ofFloats(values, values.length));
    String entry = kind + "/" + protocol + "/";
    forged.contents().put(entry + file, Files.readAllBytes(array));

    assertThat(forged.verify().findings())
        .extracting(Object::toString)
        .anyMatch(finding -> finding.contains(entry + "metrics.json") && finding.contains(leading));
  }
}
