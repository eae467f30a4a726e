package org.facerepro.suite;

import java.io.IOException;

/** What recipes of training are worth. */
@Nightly
class TrainingSuite {

  @Embedded
  @ExperimentSource(tag = "training")
  void training_onGeneratedFaces_passesItsGates(ExperimentCase each) throws IOException {
    ExperimentCheck.verify(each);
  }
}
