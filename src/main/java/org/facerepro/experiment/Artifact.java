package org.facerepro.experiment;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.facerepro.core.Json;
import org.facerepro.core.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * What {@code artifact.json} says of a folder in the store.
 *
 * @param schema {@code facerepro/artifact/v1}
 * @param kind kind of the stage that made it
 * @param key hash of everything that can change the payload
 * @param inputs keys of the artifacts it was made from, by role
 * @param stage the parameters of the stage
 * @param codeVersion hash of the classes that did the work
 * @param platform what else decides bits: Java, and for networks processor, engine, device, threads
 * @param payload SHA-256 of each file, by its path below the folder
 * @param seed seed of the stage; absent in artifacts of earlier versions
 * @param external hash of outside files, or "none"; absent in artifacts of earlier versions
 * @param workload how much work it was; absent where that cannot be told
 * @param seconds how long it took; no part of key or payload
 */
public record Artifact(
    String schema,
    String kind,
    String key,
    Map<String, String> inputs,
    JsonNode stage,
    String codeVersion,
    String platform,
    Map<String, String> payload,
    @Nullable Long seed,
    @Nullable String external,
    @Nullable Workload workload,
    double seconds) {

  public static final String SCHEMA = "facerepro/artifact/v1";
  static final String FILE = "artifact.json";

  public Artifact {
    inputs = Map.copyOf(inputs);
    payload = Map.copyOf(payload);
  }

  /** Returns the key that the facts stated here lead to; empty where some are not stated. */
  @JsonIgnore
  public Optional<String> statedKey() {
    return seed == null || external == null
        ? Optional.empty()
        : Optional.of(
            new ArtifactKey(kind, stage, seed, inputs, external, codeVersion, platform).hex());
  }

  /** Returns one hash over all payload files; equal exactly when their bytes and names are. */
  @JsonIgnore
  public String payloadDigest() {
    return digest(payload);
  }

  /** Returns the digest of a payload, given the SHA-256 of each of its files by path. */
  public static String digest(Map<String, String> payload) {
    return Sha256.of(Json.compact(new TreeMap<>(payload))).hex();
  }
}
