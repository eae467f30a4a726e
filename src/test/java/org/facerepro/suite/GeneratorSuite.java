package org.facerepro.suite;

import java.io.IOException;
import org.facerepro.experiment.Scale;

/** What parts of the generator are worth. */
@Nightly
class GeneratorSuite {

  @Embedded
  @ExperimentSource(tag = "generator")
  void generator_onGeneratedFaces_passesItsGates(ExperimentCase each) throws IOException {
    ExperimentCheck.verify(each);
  }

  @Sample
  @ExperimentSource(tag = "generator", scale = Scale.SAMPLE)
  void generator_onRealFaces_passesItsGates(ExperimentCase each) throws IOException {
    ExperimentCheck.verify(each);
  }
}
