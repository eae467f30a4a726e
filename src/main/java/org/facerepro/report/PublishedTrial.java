package org.facerepro.report;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where a trial was laid down.
 *
 * @param archive its archive; absent where the trial says no more than its only run, whose own
 *     archive then holds everything
 * @param text the report for people
 */
public record PublishedTrial(@Nullable Path archive, String text) {}
