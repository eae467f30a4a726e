package org.facerepro.cli;

import org.jspecify.annotations.Nullable;

/**
 * What {@code generate} did.
 *
 * @param schema {@code facerepro/generate/v1}
 * @param subjects number of subjects of the set
 * @param samplesPerSubject pictures of each
 * @param pictures pictures of the whole set
 * @param made pictures rendered in this run
 * @param kept pictures that an earlier run had made
 * @param seconds spent on rendering and writing
 * @param imagesPerSecond pictures rendered per second
 * @param complete whether the whole set is there
 * @param folder of the set
 * @param card of the set, once it is complete
 * @param preview contact sheet
 */
record Generation(
    String schema,
    int subjects,
    int samplesPerSubject,
    int pictures,
    int made,
    int kept,
    double seconds,
    double imagesPerSecond,
    boolean complete,
    @Nullable String folder,
    @Nullable String card,
    @Nullable String preview) {
  static final String SCHEMA = "facerepro/generate/v1";
}
