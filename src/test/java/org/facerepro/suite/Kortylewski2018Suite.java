package org.facerepro.suite;

import java.io.IOException;
import org.facerepro.experiment.Scale;

/** Claims of Kortylewski and others (2018) on training with synthetic faces. */
class Kortylewski2018Suite {
  private static final String TAG = "kortylewski2018";

  @Embedded
  @ExperimentSource(tag = "kortylewski2018-reduced")
  void claims_reducedToAFewSeeds_hold(ExperimentCase each) throws IOException {
    ExperimentCheck.verify(each);
  }

  @Nightly
  @Embedded
  @ExperimentSource(tag = TAG)
  void claims_onGeneratedFaces_hold(ExperimentCase each) throws IOException {
    ExperimentCheck.verify(each);
  }

  @Nightly
  @Sample
  @ExperimentSource(tag = TAG, scale = Scale.SAMPLE)
  void claims_onAFewRealFaces_hold(ExperimentCase each) throws IOException {
    ExperimentCheck.verify(each);
  }

  @Paper
  @ExperimentSource(tag = TAG, scale = Scale.PAPER)
  void claims_asPublished_hold(ExperimentCase each) throws IOException {
    ExperimentCheck.verify(each);
  }
}
