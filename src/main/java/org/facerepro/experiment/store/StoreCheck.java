package org.facerepro.experiment.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.facerepro.core.AtomicFiles;
import org.facerepro.core.Sha256;
import org.facerepro.core.StorageException;
import org.facerepro.experiment.Artifact;
import org.facerepro.experiment.ArtifactName;
import org.facerepro.experiment.ArtifactStore;
import org.facerepro.experiment.PayloadHashes;

/**
 * Whether every artifact of a store still is what was put there.
 *
 * @param schema {@code facerepro/store-check/v1}
 * @param store folder of the store
 * @param artifacts number of artifacts checked
 * @param files number of files hashed
 * @param bytes size of these files
 * @param damage what is wrong, by artifact; none if all is well
 */
public record StoreCheck(
    String schema, String store, int artifacts, int files, long bytes, List<Damage> damage) {

  public static final String SCHEMA = "facerepro/store-check/v1";

  public StoreCheck {
    damage = List.copyOf(damage);
  }

  /**
   * Something wrong with an artifact.
   *
   * @param kind kind of the stage that made it
   * @param key its key
   * @param problem what is wrong, with the file
   */
  public record Damage(String kind, String key, String problem) {
    static Damage of(ArtifactName name, String problem) {
      return new Damage(name.kind(), name.key(), problem);
    }
  }

  /** A file whose hash is to be compared. */
  private record Expected(ArtifactName artifact, Path file, String name, String hash, long size) {}

  /** Tells whether nothing is wrong. */
  public boolean sound() {
    return damage.isEmpty();
  }

  /**
   * Hashes every payload file again, on all cores, the largest first.
   *
   * @throws StorageException if the store cannot be read
   */
  public static StoreCheck of(ArtifactStore store) {
    try {
      List<Damage> damage = new ArrayList<>();
      List<Expected> expected = new ArrayList<>();
      List<ArtifactName> names = store.artifacts();
      for (ArtifactName name : names) {
        Optional<Artifact> artifact = store.read(name);
        if (artifact.isEmpty()) {
          damage.add(Damage.of(name, "artifact.json is missing or not valid"));
        } else {
          damage.addAll(statement(name, artifact.get()));
          compare(store, name, artifact.get(), expected, damage);
        }
      }
      damage.addAll(changed(expected));
      damage.sort(Comparator.comparing(Damage::kind).thenComparing(Damage::key));
      long bytes = expected.stream().mapToLong(Expected::size).sum();
      return new StoreCheck(
          SCHEMA, store.root().toString(), names.size(), expected.size(), bytes, damage);
    } catch (IOException e) {
      throw new StorageException(
          "cannot read the store " + store.root() + " (" + AtomicFiles.reason(e) + ")", e);
    }
  }

  private static List<Damage> statement(ArtifactName name, Artifact artifact) {
    List<Damage> damage = new ArrayList<>();
    if (!artifact.kind().equals(name.kind()) || !artifact.key().equals(name.key())) {
      damage.add(Damage.of(name, "artifact.json is that of another artifact"));
    } else if (!artifact.statedKey().orElse(name.key()).equals(name.key())) {
      damage.add(Damage.of(name, "artifact.json states facts that lead to another key"));
    }
    return damage;
  }

  private static void compare(
      ArtifactStore store,
      ArtifactName name,
      Artifact artifact,
      List<Expected> expected,
      List<Damage> damage)
      throws IOException {
    Path folder = store.folder(name.kind(), name.key());
    Map<String, Path> present = new TreeMap<>();
    for (Path file : PayloadHashes.files(folder)) {
      present.put(PayloadHashes.name(folder, file), file);
    }
    for (String file : new TreeSet<>(artifact.payload().keySet())) {
      Path path = present.remove(file);
      if (path == null) {
        damage.add(Damage.of(name, file + " is missing"));
      } else {
        String hash = String.valueOf(artifact.payload().get(file));
        expected.add(new Expected(name, path, file, hash, Files.size(path)));
      }
    }
    present.keySet().forEach(file -> damage.add(Damage.of(name, file + " was added")));
  }

  private static List<Damage> changed(List<Expected> expected) {
    return expected.stream()
        .sorted(Comparator.comparingLong(Expected::size).reversed())
        .toList()
        .parallelStream()
        .flatMap(file -> changed(file).stream())
        .toList();
  }

  private static Optional<Damage> changed(Expected file) {
    try {
      return Sha256.ofFile(file.file()).hex().equals(file.hash())
          ? Optional.empty()
          : Optional.of(Damage.of(file.artifact(), file.name() + " was changed"));
    } catch (IOException e) {
      String reason = AtomicFiles.reason(e);
      return Optional.of(Damage.of(file.artifact(), file.name() + " cannot be read: " + reason));
    }
  }
}
