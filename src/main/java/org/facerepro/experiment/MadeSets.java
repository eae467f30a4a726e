package org.facerepro.experiment;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * All sets of faces that a run makes, before its first training.
 *
 * @param spec the experiment
 * @param scale embedded, sample or paper
 * @param seed root seed
 * @param keys of the sets, by stage
 * @param folders of the sets, by stage
 * @param notRun why stages cannot run, by stage
 */
public record MadeSets(
    ExperimentSpec spec,
    String scale,
    long seed,
    Map<String, String> keys,
    Map<String, Path> folders,
    Map<String, String> notRun) {

  public MadeSets {
    keys = new LinkedHashMap<>(keys);
    folders = new LinkedHashMap<>(folders);
    notRun = new LinkedHashMap<>(notRun);
  }

  /** Looks at the sets once all of them are there and a training is about to begin. */
  @FunctionalInterface
  public interface Check {
    /** A check that finds nothing. */
    Check NONE = sets -> {};

    /**
     * Looks; what it throws ends the run before the training begins.
     *
     * @throws org.facerepro.core.CorruptDataException if what is trained on them would be void
     */
    void check(MadeSets sets);
  }
}
