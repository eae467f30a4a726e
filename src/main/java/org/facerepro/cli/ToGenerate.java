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
    source.contents().forEach(generator::put);
    return new ToGenerate(
        format == SetFormat.BASEL && source instanceof ModelSource model
            ? model.withBaselFiles()
            : source,
        generator,
        seed);
  }
}
