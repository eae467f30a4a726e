package org.facerepro.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.facerepro.core.Json;
import org.facerepro.core.Seed;
import org.facerepro.experiment.dataset.SetFormat;
import org.facerepro.experiment.generation.FaceSource;
import org.facerepro.experiment.generation.FaceSources;
import org.facerepro.experiment.generation.ModelSource;
import org.facerepro.face.GeneratorSpec;
import org.facerepro.image.PictureFormat;

/**
 * Faces ready to be rendered.
 *
 * @param source of the faces
 * @param generator what they were asked for, as the recipe holds it
 * @param seed of all randomness
 */
record ToGenerate(FaceSource source, JsonNode generator, long seed) {

  /** Prepares the faces of a specification. */
  static ToGenerate of(GeneratorSpec spec, long seed, PictureFormat picture, SetFormat format) {
    FaceSource source = FaceSources.of(spec, new Seed(seed), picture);
    ObjectNode generator = Json.tree(spec).deepCopy();
    source.contents().forEach((key, hash) -> put(generator, key, hash));
    return new ToGenerate(
        format == SetFormat.BASEL && source instanceof ModelSource model
            ? model.withBaselFiles()
            : source,
        generator,
        seed);
  }

  /** Puts a hash in the place of a path; nested keys have a slash between. */
  private static void put(ObjectNode generator, String key, String hash) {
    int end = key.lastIndexOf('/');
    ObjectNode block = end < 0 ? generator : generator.withObject("/" + key.substring(0, end));
    block.put(key.substring(end + 1), hash);
  }
}
