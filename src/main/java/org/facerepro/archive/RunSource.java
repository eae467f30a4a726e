package org.facerepro.archive;

import java.nio.file.Path;
import org.facerepro.experiment.Environment;

/**
 * Where a run came from.
 *
 * @param spec the specification file as it was read
 * @param environment machine and software
 * @param protocols the folder of the protocol declarations
 * @param imprint who stands for the run
 */
public record RunSource(Path spec, Environment environment, Path protocols, Imprint imprint) {}
