package org.facerepro.archive.container;

/**
 * A place where an archive is not what it must be.
 *
 * @param place an entry, or a part of the container
 * @param problem what is wrong there
 */
public record Damage(String place, String problem) {}
