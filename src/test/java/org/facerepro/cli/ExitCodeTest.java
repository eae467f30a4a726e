package org.facerepro.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.Stream;
import org.facerepro.core.CorruptDataException;
import org.facerepro.core.DataUnavailableException;
import org.facerepro.core.InvalidValueException;
import org.facerepro.core.SpecException;
import org.facerepro.core.StageFailedException;
import org.facerepro.core.StorageException;
import org.facerepro.experiment.Verdict;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ExitCodeTest {

  @ParameterizedTest
  @CsvSource({
    "PASS, false, false, 0",
    "PASS, true, true, 0",
    "DRIFT, false, false, 0",
    "DRIFT, true, false, 0",
    "DRIFT, false, true, 1",
    "NOT_RUN, false, false, 0",
    "NOT_RUN, false, true, 0",
    "NOT_RUN, true, false, 3",
    "FAIL, false, false, 1",
    "FAIL, true, true, 1"
  })
  void of_aVerdict_dependsOnWhatIsAskedFor(
      Verdict verdict, boolean requireAll, boolean strict, int code) {
    assertThat(ExitCode.of(verdict, requireAll, strict)).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({"0, false, 0", "0, true, 0", "2, false, 0", "2, true, 3"})
  void ofFailures_dependsOnWhetherAllIsRequired(int failures, boolean requireAll, int code) {
    assertThat(ExitCode.ofFailures(failures, requireAll)).isEqualTo(code);
  }

  @ParameterizedTest
  @MethodSource("failures")
  void of_aFailure_tellsMistakesFromStorageFromFaultsOfTheProgram(Throwable failure, int code) {
    assertThat(ExitCode.of(failure)).isEqualTo(code);
  }

  static Stream<Arguments> failures() {
    IOException full = new IOException("model.pt: No space left on device");
    return Stream.of(
        Arguments.of(new SpecException("a mistake"), 2),
        Arguments.of(new InvalidValueException("epochs", "a number", "none"), 2),
        Arguments.of(new DataUnavailableException("no such folder"), 2),
        Arguments.of(new CorruptDataException("not a picture"), 2),
        Arguments.of(new StorageException("cannot write", new IOException("read only")), 74),
        Arguments.of(new UncheckedIOException(full), 74),
        Arguments.of(new StageFailedException("recogniser", new UncheckedIOException(full)), 74),
        Arguments.of(new UncheckedIOException(new IOException("closed")), 70),
        Arguments.of(new IllegalStateException("No space left on device"), 70),
        Arguments.of(new StageFailedException("recogniser", new ArithmeticException()), 70));
  }
}
