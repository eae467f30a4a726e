package org.facerepro.experiment.leakage;

import com.fasterxml.jackson.databind.node.NullNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.facerepro.core.Progress;
import org.facerepro.data.FaceSet;
import org.facerepro.data.leak.Fingerprint;
import org.facerepro.data.leak.Fingerprints;
import org.facerepro.experiment.ArtifactKey;
import org.facerepro.experiment.ArtifactName;
import org.facerepro.experiment.ArtifactStore;
import org.facerepro.experiment.CodeVersion;
import org.facerepro.experiment.Environment;
import org.facerepro.experiment.ProtocolData;
import org.facerepro.experiment.Workspace;
import org.facerepro.image.RgbImage;
import org.facerepro.protocol.Comparison;
import org.facerepro.protocol.FaceVisitor;
import org.facerepro.protocol.Protocols;
import org.facerepro.protocol.VerificationSet;

/** Fingerprints of training and test sets, taken once and kept in the store. */
final class FingerprintStore {
  static final String KIND = "fingerprint";
  private static final double NANOS = 1e9;

  private final Workspace workspace;
  private final String codeVersion =
      CodeVersion.of(FingerprintStore.class, List.of("image", "data/leak"));

  FingerprintStore(Workspace workspace) {
    this.workspace = workspace;
  }

  /** Returns the fingerprints of a face set in the store. */
  Fingerprints ofFaces(String artifact, Path folder) {
    return kept(
        Map.of("faces", artifact),
        "none",
        () -> {
          try (FaceSet faces = FaceSet.open(folder);
              Progress.Task task = start(faces.samples().size())) {
            Fingerprints taken = Fingerprints.of(faces);
            task.advance(faces.samples().size());
            return taken;
          }
        });
  }

  /** Returns the fingerprints of the pictures that a protocol compares, as they are embedded. */
  Fingerprints ofProtocol(String protocol) {
    ProtocolData data = ProtocolData.of(protocol, workspace);
    return kept(
        Map.of(),
        data.fingerprint(),
        () -> take(Protocols.openComparisons(data.declaration(), data.root())));
  }

  private Fingerprints take(VerificationSet set) {
    Map<String, String> subjects = new HashMap<>();
    for (Comparison comparison : set.list().comparisons()) {
      subjects.put(comparison.firstImage(), comparison.firstSubject());
      subjects.put(comparison.secondImage(), comparison.secondSubject());
    }
    List<Fingerprint> taken = new ArrayList<>();
    try (Progress.Task task = start(subjects.size())) {
      set.forEachFace(
          new FaceVisitor() {
            @Override
            public void face(String image, RgbImage crop) {
              taken.add(Fingerprint.of(image, subjects.getOrDefault(image, image), crop));
              task.advance(1);
            }

            @Override
            public void failed(String image, String reason) {
              task.advance(1);
            }
          });
    }
    return new Fingerprints(taken);
  }

  private Progress.Task start(int pictures) {
    return workspace.progress().start("fingerprints", pictures, "images");
  }

  /** Returns where the fingerprints of a face set in the store lie, or would lie. */
  ArtifactName nameOfFaces(String artifact) {
    return key(Map.of("faces", artifact), "none").name();
  }

  /**
   * Returns where the fingerprints of a protocol's pictures lie, or would lie.
   *
   * @throws org.facerepro.core.DataUnavailableException if the pictures are not there
   */
  ArtifactName nameOfProtocol(String protocol) {
    return key(Map.of(), ProtocolData.of(protocol, workspace).fingerprint()).name();
  }

  private ArtifactKey key(Map<String, String> inputs, String external) {
    return new ArtifactKey(
        KIND, NullNode.getInstance(), 0, inputs, external, codeVersion, Environment.javaPlatform());
  }

  private Fingerprints kept(
      Map<String, String> inputs, String external, Supplier<Fingerprints> taken) {
    ArtifactKey key = key(inputs, external);
    ArtifactStore store = workspace.store();
    if (store.find(KIND, key.hex()).isEmpty()) {
      try (ArtifactStore.Claim claim = store.claim(KIND, key.hex())) {
        if (store.find(KIND, key.hex()).isEmpty()) {
          long start = System.nanoTime();
          taken.get().write(claim.payloadFolder());
          claim.complete(key, (System.nanoTime() - start) / NANOS);
        }
      }
    }
    return Fingerprints.read(store.folder(KIND, key.hex()));
  }
}
