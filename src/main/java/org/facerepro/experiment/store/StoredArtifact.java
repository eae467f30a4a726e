package org.facerepro.experiment.store;

import org.facerepro.experiment.Artifact;
import org.facerepro.experiment.ArtifactName;
import org.jspecify.annotations.Nullable;

/**
 * One artifact as it lies in a store.
 *
 * @param kind kind of the stage that made it
 * @param key hash of everything that can change it
 * @param files number of its files
 * @param bytes size of all its files
 * @param seconds how long it took to make; absent if {@code artifact.json} cannot be read
 * @param used when it was made or last used, in ISO 8601
 */
public record StoredArtifact(
    String kind, String key, int files, long bytes, @Nullable Double seconds, String used) {

  static StoredArtifact of(
      ArtifactName name, int files, long bytes, @Nullable Artifact artifact, String used) {
    return new StoredArtifact(
        name.kind(), name.key(), files, bytes, artifact == null ? null : artifact.seconds(), used);
  }

  ArtifactName name() {
    return new ArtifactName(kind, key);
  }
}
