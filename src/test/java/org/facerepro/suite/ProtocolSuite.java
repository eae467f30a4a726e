package org.facerepro.suite;

import java.io.IOException;

/**
 * Every protocol that compares or searches single pictures or templates, from its official files,
 * here the generated stand-ins of the same name, through an embedding network to a verdict and an
 * archive.
 */
@Fixture
class ProtocolSuite {

  @ExperimentSource(
      folder = "fixtures/experiments/protocols",
      tag = "protocols",
      data = "fixtures/protocols/" + ExperimentSource.EXPERIMENT)
  void protocol_fromItsFilesToAVerdict_passesItsGates(ExperimentCase each) throws IOException {
    ExperimentCheck.verify(each);
  }
}
