package org.facerepro.experiment.store;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.facerepro.experiment.Artifact;
import org.facerepro.experiment.ArtifactName;
import org.facerepro.experiment.ArtifactStore;
import org.facerepro.experiment.Plan;

/**
 * What may go from a store: all that none of some experiments reaches, no live run holds, and
 * nobody has used lately.
 *
 * @param schema {@code facerepro/store-cleaning/v1}
 * @param store folder of the store
 * @param dryRun whether nothing was removed
 * @param removed artifacts that went, or would go
 * @param bytes disk that they filled
 * @param kept number of artifacts that stay
 */
public record StoreCleaning(
    String schema,
    String store,
    boolean dryRun,
    List<StoredArtifact> removed,
    long bytes,
    int kept) {

  public static final String SCHEMA = "facerepro/store-cleaning/v1";

  public StoreCleaning {
    removed = List.copyOf(removed);
  }

  /**
   * Removes artifacts and what killed runs have left of them.
   *
   * @param plans runs whose artifacts are kept
   * @param further artifacts that are kept, too
   * @param idleMinutes artifacts made or used in the last so many minutes are kept, too
   * @param dryRun whether to look only
   * @throws org.facerepro.core.StorageException if the store cannot be read or written
   */
  public static StoreCleaning of(
      ArtifactStore store,
      Collection<Plan> plans,
      Collection<ArtifactName> further,
      long idleMinutes,
      boolean dryRun) {
    Map<ArtifactName, StoredArtifact> present = new TreeMap<>();
    StoreListing.of(store).artifacts().forEach(artifact -> present.put(artifact.name(), artifact));
    Set<ArtifactName> reached = reached(store, plans, present.keySet());
    reached.addAll(further);
    List<ArtifactName> removed = store.clear(reached::contains, idleMinutes, dryRun);
    List<StoredArtifact> gone =
        removed.stream().filter(present::containsKey).map(present::get).toList();
    return new StoreCleaning(
        SCHEMA,
        store.root().toString(),
        dryRun,
        gone,
        gone.stream().mapToLong(StoredArtifact::bytes).sum(),
        present.size() - gone.size());
  }

  /**
   * Where data is missing, the key of a stage is not known. Then every artifact of its kind stays
   * whose inputs stay.
   */
  private static Set<ArtifactName> reached(
      ArtifactStore store, Collection<Plan> plans, Set<ArtifactName> present) {
    Set<ArtifactName> reached = new TreeSet<>();
    Set<String> unknown = new TreeSet<>();
    for (Plan plan : plans) {
      for (Plan.PlannedStage stage : plan.stages()) {
        String key = stage.key();
        if (key == null) {
          unknown.add(stage.kind());
        } else {
          reached.add(new ArtifactName(stage.kind(), key));
        }
      }
    }
    boolean grown = !unknown.isEmpty();
    while (grown) {
      List<ArtifactName> further =
          present.stream()
              .filter(name -> unknown.contains(name.kind()) && !reached.contains(name))
              .filter(name -> store.read(name).map(a -> stays(a, reached)).orElse(false))
              .toList();
      grown = reached.addAll(further);
    }
    return reached;
  }

  private static boolean stays(Artifact artifact, Set<ArtifactName> reached) {
    return artifact.inputs().values().stream()
        .allMatch(key -> reached.stream().anyMatch(name -> name.key().equals(key)));
  }
}
