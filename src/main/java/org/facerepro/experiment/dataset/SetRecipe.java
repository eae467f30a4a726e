package org.facerepro.experiment.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.facerepro.core.AtomicFiles;
import org.facerepro.core.Json;
import org.facerepro.core.Require;
import org.facerepro.core.Sha256;
import org.facerepro.core.SpecException;
import org.facerepro.core.StorageException;

/**
 * All that a generated set is made from; lies in its folder as {@code generation.json}, so that an
 * interrupted run goes on with the same and nothing else.
 *
 * @param schema {@code facerepro/generation/v1}
 * @param generator the specification, all laws in it
 * @param seed of all randomness
 * @param format layout on the disk
 * @param picture encoding of the pictures, {@code jpg} or {@code png}
 * @param samplesPerShard samples of each shard but the last
 * @param version hash of the code that renders and writes
 */
public record SetRecipe(
    String schema,
    JsonNode generator,
    long seed,
    SetFormat format,
    String picture,
    int samplesPerShard,
    String version) {
  /** The schema of this version. */
  public static final String SCHEMA = "facerepro/generation/v1";

  static final String FILE = "generation.json";

  public SetRecipe {
    Require.that(schema.equals(SCHEMA), "schema", SCHEMA, schema);
    Require.between("samplesPerShard", samplesPerShard, 1, 1_000_000);
  }

  /** Returns the hash that every shard of the set carries. */
  public Sha256 origin() {
    return Sha256.of(Json.compact(this));
  }

  /**
   * Lays the recipe into a folder, or finds the same one there.
   *
   * @throws SpecException if the folder holds another set, or other files
   * @throws StorageException if it cannot be written to
   */
  void claim(Path folder) {
    Path file = folder.resolve(FILE);
    if (Files.exists(file)) {
      requireSame(folder, Json.read(file, SetRecipe.class));
      return;
    }
    requireEmpty(folder);
    AtomicFiles.writeFile(file, Json.pretty(this));
  }

  private void requireSame(Path folder, SetRecipe found) {
    List<String> differences = new ArrayList<>();
    JsonNode mine = Json.tree(this);
    JsonNode theirs = Json.tree(found);
    compare("", theirs, mine, differences);
    if (!differences.isEmpty()) {
      throw new SpecException(
          "%s holds a set that was begun with %s; give the same again to go on, or choose another"
                  .formatted(folder, String.join(", ", differences))
              + " folder");
    }
  }

  private static void compare(
      String path, JsonNode found, JsonNode wanted, List<String> differences) {
    if (found.equals(wanted)) {
      return;
    }
    if (!found.isObject() || !wanted.isObject()) {
      String name = path.substring(1);
      differences.add(
          name.equals("version")
              ? "another version of the program"
              : "%s %s, not %s".formatted(name, found, wanted));
      return;
    }
    for (Iterator<String> names = union(found, wanted).iterator(); names.hasNext(); ) {
      String name = names.next();
      compare(path + "." + name, found.path(name), wanted.path(name), differences);
    }
  }

  private static List<String> union(JsonNode one, JsonNode other) {
    List<String> names = new ArrayList<>();
    one.fieldNames().forEachRemaining(names::add);
    other.fieldNames().forEachRemaining(name -> names.add(name));
    return names.stream().distinct().toList();
  }

  private static void requireEmpty(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        if (!String.valueOf(file.getFileName()).startsWith(AtomicFiles.TEMPORARY_PREFIX)) {
          throw new SpecException(
              folder + " holds other files, such as " + file.getFileName() + "; name a new folder");
        }
      }
    } catch (NotDirectoryException e) {
      throw new StorageException(folder + " is a file; name a folder", e);
    } catch (IOException e) {
      throw new StorageException(
          "cannot read " + folder + " (" + AtomicFiles.reason(e) + "): check permissions", e);
    }
  }
}
