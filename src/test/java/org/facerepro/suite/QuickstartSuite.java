package org.facerepro.suite;

import java.io.IOException;
import org.facerepro.experiment.Scale;

/** What a first user sees. */
class QuickstartSuite {

  @Embedded
  @ExperimentSource(tag = "quickstart")
  void quickstart_fromSyntheticFacesToVerdict_passesItsGates(ExperimentCase each)
      throws IOException {
    ExperimentCheck.verify(each);
  }

  @Sample
  @ExperimentSource(tag = "quickstart", scale = Scale.SAMPLE)
  void quickstart_onRealFaces_passesItsGates(ExperimentCase each) throws IOException {
    ExperimentCheck.verify(each);
  }

  @Gpu
  @ExperimentSource(tag = "quickstart", device = "gpu:0")
  void quickstart_onAGpu_passesItsGates(ExperimentCase each) throws IOException {
    ExperimentCheck.verify(each);
  }
}
