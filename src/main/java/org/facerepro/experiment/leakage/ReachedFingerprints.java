package org.facerepro.experiment.leakage;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.facerepro.core.AtomicFiles;
import org.facerepro.core.DataUnavailableException;
import org.facerepro.core.StorageException;
import org.facerepro.experiment.ArtifactName;
import org.facerepro.experiment.ArtifactStore;
import org.facerepro.experiment.ExperimentSpec;
import org.facerepro.experiment.Plan;
import org.facerepro.experiment.Workspace;
import org.jspecify.annotations.Nullable;

/** The fingerprints that the leakage checks of experiments use, for the care of the store. */
public final class ReachedFingerprints {
  private final FingerprintStore fingerprints;
  private final ArtifactStore store;
  private final Map<String, Set<ArtifactName>> ofProtocols = new HashMap<>();
  private final Set<ArtifactName> reached = new TreeSet<>();

  /** Starts with none. */
  public ReachedFingerprints(Workspace workspace) {
    this.fingerprints = new FingerprintStore(workspace);
    this.store = workspace.store();
  }

  /**
   * Adds what the check of a run uses. Where the pictures of a protocol are not there, their
   * fingerprints are not known; those of any protocol count then.
   *
   * @param plan of a run of the experiment
   */
  public void add(ExperimentSpec spec, Plan plan) {
    Map<String, String> keys = new HashMap<>();
    for (Plan.PlannedStage stage : plan.stages()) {
      if (stage.key() != null) {
        keys.put(stage.name(), stage.key());
      }
    }
    for (ComparedSets pair : ComparedSets.of(spec)) {
      addFaces(keys.get(pair.first()));
      String faces = pair.faces() == null ? null : keys.get(pair.faces());
      if (pair.faces() != null && pair.protocol() != null) {
        addTree(pair.protocol(), faces);
      } else if (pair.faces() != null) {
        addFaces(faces);
      } else if (pair.protocol() != null) {
        reached.addAll(ofProtocols.computeIfAbsent(pair.protocol(), this::ofProtocol));
      }
    }
  }

  private void addFaces(@Nullable String key) {
    if (key != null) {
      reached.add(fingerprints.nameOfFaces(key));
    }
  }

  private void addTree(String protocol, @Nullable String key) {
    if (key != null) {
      reached.add(fingerprints.nameOfTree(protocol, key));
    }
  }

  private Set<ArtifactName> ofProtocol(String protocol) {
    try {
      return Set.of(fingerprints.nameOfProtocol(protocol));
    } catch (DataUnavailableException missing) {
      return ofAnyProtocol();
    }
  }

  private Set<ArtifactName> ofAnyProtocol() {
    try {
      List<ArtifactName> all = store.artifacts();
      Set<ArtifactName> found = new TreeSet<>();
      all.stream()
          .filter(name -> name.kind().equals(FingerprintStore.KIND))
          .filter(name -> store.read(name).filter(each -> each.inputs().isEmpty()).isPresent())
          .forEach(found::add);
      return found;
    } catch (IOException e) {
      throw new StorageException(
          "cannot read the store " + store.root() + " (" + AtomicFiles.reason(e) + ")", e);
    }
  }

  /** Returns what was added so far. */
  public Set<ArtifactName> names() {
    return Set.copyOf(reached);
  }
}
