package org.facerepro.train.embedding;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an extraction of embeddings came to: the {@code .json} beside the {@code .npy}.
 *
 * @param schema {@link #SCHEMA}
 * @param model whose embeddings they are
 * @param alignment how pictures became faces, in words
 * @param samples rows
 * @param dimension numbers in each
 * @param sha256 hash of the {@code .npy}
 * @param failures pictures without a row, with the reason
 * @param remarks what is to be known about the container and the model
 */
public record EmbeddedFaces(
    String schema,
    ModelIdentity model,
    String alignment,
    int samples,
    int dimension,
    String sha256,
    Map<String, String> failures,
    List<String> remarks) {

  /** Name and version of this form. */
  public static final String SCHEMA = "facerepro/embedded/v1";

  public EmbeddedFaces {
    failures = Collections.unmodifiableMap(new TreeMap<>(failures));
    remarks = List.copyOf(remarks);
  }
}
