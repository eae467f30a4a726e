package org.facerepro.face;

import java.util.Map;
import java.util.function.Consumer;
import org.facerepro.core.Seed;
import org.facerepro.face.law.Law;
import org.facerepro.face.model.MorphableModel;
import org.facerepro.face.scene.BackgroundFolder;
import org.jspecify.annotations.Nullable;

/**
 * The pictures of a morphable model that some specification asks for. Each is a function of its
 * numbers; immutable and thread-safe.
 */
public interface ModelFaces {

  /** Returns the model. */
  MorphableModel model();

  /** Returns the number of subjects. */
  int subjects();

  /** Returns the pictures of each subject. */
  int samplesPerSubject();

  /** Returns width and height of the pictures in pixels. */
  int size();

  /**
   * Returns the laws in force by the names of their controls; none where something else decides.
   */
  default Map<String, Law> laws() {
    return Map.of();
  }

  /** Returns a worker with buffers of its own. */
  Worker newWorker();

  /** Draws with buffers of its own; not thread-safe. */
  @FunctionalInterface
  interface Worker {
    /**
     * Draws some pictures of one subject, in order.
     *
     * @param subject its number
     * @param first number of the first picture
     * @param end number after the last
     * @param sink takes each picture as it is ready
     */
    void draw(int subject, int first, int end, Consumer<ModelFace> sink);
  }

  /**
   * Prepares the pictures that a specification of the generator asks for.
   *
   * @param lights what the specification's light prior holds; null where it names none
   * @throws org.facerepro.core.InvalidValueException if the model lacks a component that has a law,
   *     or the landmarks that the crop needs, or the lights are not those of the specification
   */
  static ModelFaces of(
      GeneratorSpec spec,
      MorphableModel model,
      Seed seed,
      BackgroundFolder backgrounds,
      @Nullable MeasuredLights lights) {
    return new LawFaces(spec, model, seed, backgrounds, lights);
  }
}
