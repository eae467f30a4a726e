package org.facerepro.experiment;

import java.util.Collection;

/** Other processes that make the artifacts of the same runs in the same store. */
public interface Helpers {
  /** Nobody. */
  Helpers NONE =
      new Helpers() {
        @Override
        public void await(Collection<ArtifactName> artifacts) {}

        @Override
        public boolean made(ArtifactName artifact) {
          return false;
        }
      };

  /**
   * Waits until the artifacts are there, or nobody is left who makes them.
   *
   * @throws org.facerepro.core.StageFailedException if the thread is interrupted
   */
  void await(Collection<ArtifactName> artifacts);

  /** Tells of an artifact that is there whether it was made since the helpers began. */
  boolean made(ArtifactName artifact);
}
