package org.facerepro.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;
import org.facerepro.core.Json;
import org.facerepro.core.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * Everything that can change what a stage yields.
 *
 * @param kind kind of the stage
 * @param stage its parameters
 * @param seed its seed
 * @param inputs keys of its inputs, by role
 * @param external hash of outside files it reads, or "none"
 * @param codeVersion hash of the classes that do the work
 * @param platform what else decides bits: Java, and for networks processor, engine, device, threads
 */
public record ArtifactKey(
    String kind,
    JsonNode stage,
    long seed,
    Map<String, String> inputs,
    String external,
    String codeVersion,
    String platform) {

  public ArtifactKey {
    inputs = Map.copyOf(inputs);
  }

  /** Returns what {@code artifact.json} says of an artifact of this key. */
  Artifact artifact(Map<String, String> payload, @Nullable Workload workload, double seconds) {
    return new Artifact(
        Artifact.SCHEMA,
        kind,
        hex(),
        inputs,
        stage,
        codeVersion,
        platform,
        payload,
        seed,
        external,
        workload,
        seconds);
  }

  /** Returns the place of the artifact in a store. */
  public ArtifactName name() {
    return new ArtifactName(kind, hex());
  }

  /** Returns the name under which the artifact is stored. */
  public String hex() {
    return Sha256.of(
            Json.compact(
                Map.of(
                    "kind", kind,
                    "stage", stage,
                    "seed", seed,
                    "inputs", new TreeMap<>(inputs),
                    "external", external,
                    "codeVersion", codeVersion,
                    "platform", platform)))
        .hex();
  }
}
