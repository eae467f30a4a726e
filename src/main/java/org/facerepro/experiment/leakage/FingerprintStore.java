package org.facerepro.experiment.leakage;

import com.fasterxml.jackson.databind.node.NullNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.facerepro.core.Json;
import org.facerepro.core.Progress;
import org.facerepro.core.Sha256;
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
import org.facerepro.metric.search.Roster;
import org.facerepro.protocol.Comparison;
import org.facerepro.protocol.EvaluationSet;
import org.facerepro.protocol.FaceVisitor;
import org.facerepro.protocol.ProtocolDeclaration;
import org.facerepro.protocol.Protocols;
import org.facerepro.protocol.TemplateProtocol;
import org.facerepro.protocol.VerificationSet;
import org.facerepro.protocol.search.SearchPart;
import org.facerepro.protocol.search.SearchSet;

/** Fingerprints of training and test sets, taken once and kept in the store. */
final class FingerprintStore {
  static final String KIND = "fingerprint";
  private static final double NANOS = 1e9;

  private final Workspace workspace;
  private final String codeVersion =
      CodeVersion.of(FingerprintStore.class, List.of("image", "data", "protocol"));

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
        Map.of(), data.fingerprint(), () -> take(Protocols.open(data.declaration(), data.root())));
  }

  /** Returns the fingerprints of the pictures of a protocol in a tree that a stage rendered. */
  Fingerprints ofTree(String protocol, String artifact, Path folder) {
    ProtocolDeclaration declaration = ProtocolData.of(protocol, workspace).declaration();
    return kept(
        Map.of("tree", artifact),
        hash(declaration),
        () -> take(Protocols.open(declaration, folder)));
  }

  private static String hash(ProtocolDeclaration declaration) {
    return Sha256.of(Json.compact(declaration)).hex();
  }

  private Fingerprints take(EvaluationSet set) {
    Map<String, String> subjects = subjects(set);
    List<Fingerprint> taken = new ArrayList<>();
    try (Progress.Task task = start(set.images().size())) {
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

  private static Map<String, String> subjects(EvaluationSet set) {
    Map<String, String> subjects = new HashMap<>();
    if (set instanceof VerificationSet compared) {
      for (Comparison comparison : compared.list().comparisons()) {
        subjects.put(comparison.firstImage(), comparison.firstSubject());
        subjects.put(comparison.secondImage(), comparison.secondSubject());
      }
    } else if (set instanceof SearchSet searched) {
      for (SearchPart part : searched.parts()) {
        put(part.gallery(), subjects);
        put(part.probes(), subjects);
      }
    } else if (set instanceof TemplateProtocol templates) {
      // Bare numbers of the set's own, which could be those of somebody else elsewhere.
      templates.subjects().forEach((face, subject) -> subjects.put(face, set.id() + " " + subject));
    }
    return subjects;
  }

  private static void put(Roster roster, Map<String, String> subjects) {
    for (int i = 0; i < roster.size(); i++) {
      subjects.put(roster.samples().get(i), roster.subjects().get(i));
    }
  }

  private Progress.Task start(int pictures) {
    return workspace.progress().start("fingerprints", pictures, "images");
  }

  /** Returns where the fingerprints of a face set in the store lie, or would lie. */
  ArtifactName nameOfFaces(String artifact) {
    return key(Map.of("faces", artifact), "none").name();
  }

  /** Returns where the fingerprints of a rendered tree lie, or would lie. */
  ArtifactName nameOfTree(String protocol, String artifact) {
    ProtocolDeclaration declaration = ProtocolData.of(protocol, workspace).declaration();
    return key(Map.of("tree", artifact), hash(declaration)).name();
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
