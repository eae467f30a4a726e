package org.facerepro.core;

/**
 * The numbers that a record component can hold.
 *
 * @param low the least
 * @param high the greatest
 */
public record NumberRange(Number low, Number high) {}
