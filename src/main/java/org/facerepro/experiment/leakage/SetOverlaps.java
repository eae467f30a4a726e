package org.facerepro.experiment.leakage;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.facerepro.data.leak.Fingerprints;
import org.facerepro.data.leak.SetOverlap;
import org.facerepro.experiment.ExperimentSpec;
import org.facerepro.experiment.Stage;
import org.facerepro.experiment.Workspace;

/** What pairs of sets have in common that can be seen without a recogniser; each is held once. */
final class SetOverlaps {

  /**
   * Where the sets of a run lie.
   *
   * @param key of the set that a stage made
   * @param folder of it
   */
  record Places(ExperimentSpec spec, Function<String, String> key, Function<String, Path> folder) {}

  private final FingerprintStore store;
  private final Map<String, Fingerprints> known = new HashMap<>();
  private final Map<String, SetOverlap> overlaps = new HashMap<>();

  SetOverlaps(Workspace workspace) {
    this.store = new FingerprintStore(workspace);
  }

  /** Compares two sets. */
  SetOverlap of(ComparedSets pair, Places places) {
    String first = places.key().apply(pair.first());
    String faces = pair.faces();
    String second =
        faces == null ? Objects.requireNonNull(pair.protocol()) : places.key().apply(faces);
    String protocol = pair.protocol();
    boolean sameNames = first.equals(second) || bothOfPeople(pair, places.spec());
    return overlaps.computeIfAbsent(
        first + " " + second + " " + protocol,
        both -> {
          Fingerprints some = faces(first, pair.first(), places);
          Fingerprints others =
              faces == null
                  ? known.computeIfAbsent(second, store::ofProtocol)
                  : protocol == null
                      ? faces(second, faces, places)
                      : tree(second, faces, protocol, places);
          return SetOverlap.of(some, others, sameNames);
        });
  }

  private static boolean bothOfPeople(ComparedSets pair, ExperimentSpec spec) {
    String faces = pair.faces();
    return spec.stage(pair.first()) instanceof Stage.Collect
        && (faces == null || spec.stage(faces) instanceof Stage.Collect);
  }

  private Fingerprints tree(String key, String stage, String protocol, Places places) {
    return known.computeIfAbsent(
        key + " " + protocol, k -> store.ofTree(protocol, key, places.folder().apply(stage)));
  }

  private Fingerprints faces(String key, String stage, Places places) {
    return known.computeIfAbsent(key, k -> store.ofFaces(k, places.folder().apply(stage)));
  }
}
