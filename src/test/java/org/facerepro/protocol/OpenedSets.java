package org.facerepro.protocol;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.facerepro.core.Seed;
import org.facerepro.data.Embeddings;
import org.facerepro.metric.MetricReport;

/** Opens declared protocols on small trees and evaluates them with given vectors. */
public final class OpenedSets {
  private OpenedSets() {}

  /** Reads a declaration of the project with options chosen. */
  public static ProtocolDeclaration declaration(String id, Map<String, String> options) {
    Path file = Path.of(System.getProperty("facerepro.home", ""), "protocols", id + ".yaml");
    return ProtocolDeclaration.read(file).withOptions(options);
  }

  /** Opens a protocol of the project below a root, any size accepted. */
  public static EvaluationSet open(String id, Path root) {
    return open(id, root, Map.of());
  }

  /** Opens a protocol of the project with options chosen, any size accepted. */
  public static EvaluationSet open(String id, Path root, Map<String, String> options) {
    ProtocolDeclaration declaration = declaration(id, options);
    return Protocols.open(declaration.withOptions(Map.of("release", "any")), root);
  }

  /** Evaluates with a vector for each image, none of which failed. */
  public static EvaluationResult evaluate(EvaluationSet set, Function<String, float[]> vector) {
    return evaluate(set, vector, Map.of());
  }

  /** Evaluates with a vector for each image that did not fail. */
  public static EvaluationResult evaluate(
      EvaluationSet set, Function<String, float[]> vector, Map<String, String> failed) {
    return set.evaluate(embeddings(set, vector, failed), failed, new Seed(1));
  }

  /** Takes a vector for each image that did not fail. */
  public static Embeddings embeddings(
      EvaluationSet set, Function<String, float[]> vector, Map<String, String> failed) {
    List<String> ids = new ArrayList<>();
    List<Float> numbers = new ArrayList<>();
    for (String image : set.images()) {
      if (!failed.containsKey(image)) {
        ids.add(image);
        for (float number : vector.apply(image)) {
          numbers.add(number);
        }
      }
    }
    float[] rows = new float[numbers.size()];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = numbers.get(i);
    }
    return Embeddings.takeOver(ids, rows.length / ids.size(), rows);
  }

  /** Returns the report of a part. */
  public static MetricReport part(EvaluationResult result, String name) {
    return result.parts().stream()
        .filter(part -> part.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no part " + name + " of " + names(result)))
        .report();
  }

  /** Returns the names of all parts. */
  public static List<String> names(EvaluationResult result) {
    return result.parts().stream().map(EvaluationResult.Part::name).toList();
  }

  /** Writes a text below a root. */
  public static Path write(Path root, String name, String... lines) {
    try {
      Path file = root.resolve(name);
      Files.createDirectories(file.getParent());
      return Files.writeString(file, String.join("\n", lines) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
