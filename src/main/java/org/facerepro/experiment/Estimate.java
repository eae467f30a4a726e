package org.facerepro.experiment;

/**
 * What a stage is expected to take.
 *
 * @param seconds time
 * @param bytes disk
 * @param basis what the figures rest on: earlier work of the kind, or an assumption
 */
public record Estimate(double seconds, long bytes, String basis) {}
