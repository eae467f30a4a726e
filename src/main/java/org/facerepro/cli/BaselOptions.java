package org.facerepro.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Objects;
import org.facerepro.core.EnumNames;
import org.facerepro.core.Json;
import org.facerepro.core.Seed;
import org.facerepro.core.SpecException;
import org.facerepro.experiment.generation.BaselSource;
import org.facerepro.experiment.generation.ModelSource;
import org.facerepro.face.basel.BaselConfigReader;
import org.facerepro.face.basel.BaselConfiguration;
import org.facerepro.face.basel.Semantics;
import org.facerepro.image.PictureFormat;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What to generate, as a configuration of the Basel generator says it. */
final class BaselOptions {

  @Option(
      names = "--basel-config",
      paramLabel = "FILE.json",
      description =
          "Make the pictures of a Basel generator's configuration (V1.0) in place of a"
              + " specification; --model goes over its model-filename, --seed over its"
              + " random-seed.")
  private @Nullable Path file;

  @Option(
      names = "--semantics",
      paramLabel = "NAME",
      description =
          "With --basel-config: corrected (default), numbers as they are called, or effective, as"
              + " that generator acts on them.")
  private @Nullable Semantics semantics;

  boolean isAsked() {
    if (semantics != null && file == null) {
      throw new SpecException("--semantics goes with --basel-config only");
    }
    return file != null;
  }

  private Semantics understood() {
    return semantics == null ? Semantics.CORRECTED : semantics;
  }

  /** Prepares the pictures of a configuration. */
  ToGenerate prepare(GeneratorOptions generator, @Nullable Long seed, PictureFormat picture) {
    Path config = Objects.requireNonNull(file, "asked for only where a file is named");
    if (generator.isMoreThanModel()) {
      throw new SpecException(
          "--basel-config says all that is to be made; beside it only --model goes");
    }
    BaselConfiguration configuration = BaselConfigReader.read(config, understood());
    long root = seed == null ? configuration.seed() : seed;
    ModelSource source = BaselSource.of(configuration, new Seed(root), picture, generator.model());
    ObjectNode recipe = JsonNodeFactory.instance.objectNode();
    recipe.set("baselConfig", Json.read(config, JsonNode.class));
    recipe.put("semantics", EnumNames.of(understood()));
    source.contents().forEach(recipe::put);
    return new ToGenerate(source, recipe, root);
  }
}
