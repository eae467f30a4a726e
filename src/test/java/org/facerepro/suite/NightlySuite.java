package org.facerepro.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.facerepro.core.Json;
import org.facerepro.report.nightly.Alarm;
import org.facerepro.report.nightly.Alarm.Kind;
import org.facerepro.report.nightly.Night;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Drives the nightly script over a tiny experiment. */
@Fixture
class NightlySuite {
  private static final String TAG = "fixture";
  private static final String ARCHIVE = "tiny/embedded-seed1/tiny-embedded-seed1.tar.gz";
  private static final long POLL_MILLIS = 2;

  @TempDir Path home;
  private NightlyFolder folder;

  @BeforeEach
  void makeProject() throws IOException {
    folder = new NightlyFolder(home.toRealPath());
  }

  @Test
  void nights_ofTheSameProgram_raiseNoAlarmUntilTheLastOneIsDoctored() throws Exception {
    assertThat(folder.run(TAG, "--submit")).as(folder.output()).isZero();
    assertThat(folder.output()).contains("cannot be submitted", "run again with --author");
    assertThat(home.resolve("results/index.json")).content().contains("\"results\": [ ]");
    Path first = folder.night();
    assertThat(night().runs()).singleElement().extracting("against").isNull();

    assertThat(folder.run(TAG)).as(folder.output()).isZero();
    assertThat(folder.output()).contains("train: 144/144 images", "no alarm");
    assertThat(night().runs())
        .singleElement()
        .extracting("against")
        .isEqualTo(first.getFileName() + "/" + ARCHIVE);

    assertThat(folder.night().resolve("tiny/embedded-seed1/changes.json"))
        .content()
        .contains("facerepro/run-comparison/v1");

    DoctoredArchive.claimFailures(folder.night().resolve(ARCHIVE));
    assertThat(folder.run(TAG)).as(folder.output()).isEqualTo(4);
    Night.Alarms alarms = Json.read(folder.night().resolve("alarms.json"), Night.Alarms.class);
    assertThat(alarms.alarms())
        .as(folder.output())
        .extracting(Alarm::kind)
        .containsExactly(Kind.MOVED);
    assertThat(alarms.alarms()).extracting(Alarm::about).containsExactly("proxy-real.fta");
    assertThat(folder.output()).contains("ALARM moved: tiny, embedded", "before: 0.500000");
  }

  @Test
  void night_ofAnAuthor_putsItsArchiveIntoTheIndexOfResults() throws Exception {
    folder.commit();

    assertThat(folder.run(TAG, "--submit", "--author", "Ada Invented"))
        .as(folder.output())
        .isZero();

    Path results = home.resolve("results");
    assertThat(folder.output()).contains("submitted: ").doesNotContain("not submitted");
    assertThat(results.resolve(ARCHIVE)).isRegularFile();
    assertThat(results.resolve("index.json"))
        .content()
        .contains("\"path\": \"" + ARCHIVE + "\"", "\"author\": \"Ada Invented\"");
  }

  @Test
  void night_killedAndStartedAgain_goesOnWhereItStopped() throws Exception {
    Process killed = folder.begin(TAG);
    while (!folder.output().contains("decode: 48/48") && killed.isAlive()) {
      Thread.sleep(POLL_MILLIS);
    }
    killed.destroyForcibly().waitFor();
    Path left = folder.night();
    assertThat(left.resolve("nightly.json")).doesNotExist();

    assertThat(folder.run(TAG)).as(folder.output()).isZero();
    assertThat(folder.output()).contains("no alarm").doesNotContain("proxy-faces: 60/60");
    assertThat(left).doesNotExist();
    assertThat(night().runs()).singleElement().extracting("against").isNull();
  }

  @Test
  void script_withoutATag_saysHowItIsUsedAndExits2() throws Exception {
    assertThat(folder.run()).isEqualTo(2);
    assertThat(folder.output()).contains("Usage: harness/nightly.sh TAG");
    assertThat(folder.run("--help")).isZero();
    assertThat(folder.run("no-such-tag")).isEqualTo(2);
    assertThat(folder.output()).contains("unknown experiment or tag 'no-such-tag'");
  }

  private Night night() throws IOException {
    return Json.read(folder.night().resolve("nightly.json"), Night.class);
  }
}
