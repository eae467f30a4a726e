package org.facerepro.experiment;

import java.nio.file.Path;
import java.util.Map;
import org.facerepro.core.EnumNames;
import org.facerepro.core.Json;
import org.facerepro.core.Progress;
import org.facerepro.core.Seed;
import org.facerepro.face.GeneratorSpec;

/**
 * Generated faces in the store, under the key that a {@code generate} stage of the same
 * specification and seed has.
 *
 * @param folder of the face set
 * @param spec what was generated
 * @param seed of the generation
 */
public record GeneratedFaces(Path folder, GeneratorSpec spec, Seed seed) {
  private static final double NANOS = 1e9;

  /** Finds the faces in the store, or renders them into it. */
  public static GeneratedFaces of(
      GeneratorSpec spec, Seed seed, ArtifactStore store, Progress progress) {
    Stage.Generate stage = new Stage.Generate(spec);
    GenerateRunner runner = new GenerateRunner();
    ArtifactKey key =
        new ArtifactKey(
            stage.kind(),
            Json.tree(stage),
            seed.value(),
            Map.of(),
            "none",
            CodeVersion.of(runner.getClass(), runner.code()),
            Environment.javaPlatform());
    Path folder = store.folder(stage.kind(), key.hex());
    if (store.find(stage.kind(), key.hex()).isEmpty()) {
      try (ArtifactStore.Claim claim = store.claim(stage.kind(), key.hex())) {
        if (store.find(stage.kind(), key.hex()).isEmpty()) {
          long start = System.nanoTime();
          runner.fill(stage, seed, claim.payloadFolder(), "generate", progress);
          claim.complete(key, (System.nanoTime() - start) / NANOS);
        }
      }
    }
    return new GeneratedFaces(folder, spec, seed);
  }

  /** Returns in words what was generated. */
  public String describe() {
    return "%d generated %s subjects, %d pictures each, seed %d"
        .formatted(
            spec.subjects(), EnumNames.of(spec.domain()), spec.samplesPerSubject(), seed.value());
  }
}
