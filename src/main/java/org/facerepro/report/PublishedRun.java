package org.facerepro.report;

import java.nio.file.Path;

/**
 * Where a run was laid down.
 *
 * @param folder the folder with archive, plots and pictures
 * @param archive the archive in it
 * @param text the report to print, with places of this machine
 */
public record PublishedRun(Path folder, Path archive, String text) {}
