package org.facerepro.suite;

import java.io.IOException;
import org.facerepro.experiment.Scale;

/** The recogniser that the project publishes. */
@Nightly
class HeadlineSuite {

  @Embedded
  @ExperimentSource(tag = "headline")
  void headline_withFewFaces_passesItsGates(ExperimentCase each) throws IOException {
    ExperimentCheck.verify(each);
  }

  @Sample
  @ExperimentSource(tag = "headline", scale = Scale.SAMPLE)
  void headline_onRealFaces_passesItsGates(ExperimentCase each) throws IOException {
    ExperimentCheck.verify(each);
  }
}
