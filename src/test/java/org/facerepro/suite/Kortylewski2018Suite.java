package org.facerepro.suite;

import java.io.IOException;

/** Claims of Kortylewski and others (2018) on training with synthetic faces. */
class Kortylewski2018Suite {
  private static final String TAG = "kortylewski2018";

  @Nightly
  @Embedded
  @ExperimentSource(tag = TAG)
  void claims_onGeneratedFaces_hold(ExperimentCase each) throws IOException {
    ExperimentCheck.verify(each);
  }
}
