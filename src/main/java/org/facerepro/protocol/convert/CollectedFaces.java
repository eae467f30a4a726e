package org.facerepro.protocol.convert;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a collection of faces came to: {@code collected.json}.
 *
 * @param schema {@link #SCHEMA}
 * @param sourceForm what kind of container was read
 * @param alignment how pictures became faces, in words
 * @param inSource pictures that the container holds
 * @param subjects people chosen
 * @param samples faces written
 * @param keptApart people who were held against the chosen ones
 * @param failures broken and missing pictures that were left out, with the reason
 * @param remarks what is odd
 */
public record CollectedFaces(
    String schema,
    String sourceForm,
    String alignment,
    int inSource,
    int subjects,
    int samples,
    int keptApart,
    Map<String, String> failures,
    List<String> remarks) {

  /** Name and version of this form. */
  public static final String SCHEMA = "facerepro/collected/v1";

  /** File beside the face set. */
  public static final String FILE = "collected.json";

  public CollectedFaces {
    failures = Collections.unmodifiableMap(new TreeMap<>(failures));
    remarks = List.copyOf(remarks);
  }
}
