package org.facerepro.suite;

import java.io.IOException;

/**
 * Every protocol that compares or searches single pictures, from its official files, here generated
 * stand-ins, through an embedding network to a verdict and an archive.
 */
@Fixture
class ProtocolSuite {
  private static final String FOLDER = "fixtures/experiments/protocols";

  @ExperimentSource(folder = FOLDER, ids = "lfw-fixture", data = "fixtures/protocols/lfw")
  void lfw_ofAllViews_isEvaluated(ExperimentCase each) throws IOException {
    ExperimentCheck.verify(each);
  }

  @ExperimentSource(folder = FOLDER, ids = "calfw-fixture", data = "fixtures/protocols/calfw")
  void calfw_isEvaluated(ExperimentCase each) throws IOException {
    ExperimentCheck.verify(each);
  }

  @ExperimentSource(folder = FOLDER, ids = "cplfw-fixture", data = "fixtures/protocols/cplfw")
  void cplfw_isEvaluated(ExperimentCase each) throws IOException {
    ExperimentCheck.verify(each);
  }

  @ExperimentSource(
      folder = FOLDER,
      ids = "agedb-30-fixture",
      data = "fixtures/protocols/agedb-30-bin")
  void agedb30_isEvaluated(ExperimentCase each) throws IOException {
    ExperimentCheck.verify(each);
  }

  @ExperimentSource(folder = FOLDER, ids = "cfp-fixture", data = "fixtures/protocols/cfp")
  void cfp_frontalAndProfile_isEvaluated(ExperimentCase each) throws IOException {
    ExperimentCheck.verify(each);
  }

  @ExperimentSource(
      folder = FOLDER,
      ids = "vgg2-fp-fixture",
      data = "fixtures/protocols/vgg2-fp-bin")
  void vgg2Fp_isEvaluated(ExperimentCase each) throws IOException {
    ExperimentCheck.verify(each);
  }

  @ExperimentSource(folder = FOLDER, ids = "rfw-fixture", data = "fixtures/protocols/rfw-bin")
  void rfw_isEvaluated(ExperimentCase each) throws IOException {
    ExperimentCheck.verify(each);
  }

  @ExperimentSource(folder = FOLDER, ids = "bfw-fixture", data = "fixtures/protocols/bfw")
  void bfw_isEvaluated(ExperimentCase each) throws IOException {
    ExperimentCheck.verify(each);
  }

  @ExperimentSource(folder = FOLDER, ids = "multipie-fixture", data = "fixtures/protocols/multipie")
  void multiPie_isSearched(ExperimentCase each) throws IOException {
    ExperimentCheck.verify(each);
  }

  @ExperimentSource(folder = FOLDER, ids = "tinyface-fixture", data = "fixtures/protocols/tinyface")
  void tinyFace_isSearched(ExperimentCase each) throws IOException {
    ExperimentCheck.verify(each);
  }
}
