package org.facerepro.experiment.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.facerepro.experiment.generation.RenderPool;

/** A set in one layout on the disk, on its way to being complete. */
interface SetTarget {
  /** Returns how many of the samples to make are there already. */
  int present();

  /** Returns how many samples this run is to make, those that are there among them. */
  int wanted();

  /** Renders what is missing; {@code done} is told of each picture. */
  void render(RenderPool pool, IntConsumer done);

  /** Returns whether every sample of the whole set is there. */
  boolean isWhole();

  /** Brings what was rendered into its final form. */
  void assemble();

  /** Reads all pictures of the whole set in their order. */
  void readAll(Consumer<StoredFace> reader);

  /** Reads the ground truth beside all pictures that is no map, in some order. */
  void readTruth(Consumer<JsonNode> reader);

  /** Returns SHA-256 hashes: of each file of the set, or one over many small ones. */
  Map<String, String> hashes();

  /** Removes what only helped on the way. */
  void tidy();
}
