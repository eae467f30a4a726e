package org.facerepro.suite;

import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;

class QuickstartSuite {

  @ParameterizedTest(name = "{0}")
  @ExperimentSource("harness/experiments/quickstart.yaml")
  void quickstart_fromSyntheticFacesToVerdict_passesItsGates(ExperimentCase each)
      throws IOException {
    new ExperimentCheck(SuiteSettings.fromBuild()).verify(each);
  }
}
