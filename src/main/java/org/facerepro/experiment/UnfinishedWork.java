package org.facerepro.experiment;

/**
 * Work in a store that is not complete.
 *
 * @param kind kind of the stage
 * @param key key that the artifact will have
 * @param bytes disk that it fills
 * @param used when something was last added to its folder, in ISO 8601
 * @param running whether a run is at it now
 */
public record UnfinishedWork(String kind, String key, long bytes, String used, boolean running) {}
