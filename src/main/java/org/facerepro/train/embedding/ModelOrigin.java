package org.facerepro.train.embedding;

/**
 * What is told of a model that its folder does not tell.
 *
 * @param id its name
 * @param licence of the weights
 * @param source where they come from
 * @param trainedOn what it has seen, in words
 * @param trainedOnKind {@code real}, {@code synthetic}, {@code mixed} or {@code unknown}
 */
public record ModelOrigin(
    String id, String licence, String source, String trainedOn, String trainedOnKind) {}
