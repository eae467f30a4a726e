package org.facerepro.experiment.bench;

import java.nio.file.Path;
import java.util.List;

/** What planning and keeping take. */
public final class StoreBench {
  private StoreBench() {}

  /**
   * Returns all cases.
   *
   * @param home folder of the project
   */
  public static List<BenchCase> cases(Path home) {
    return List.of(new PlanningCase(home), new StoreCheckCase());
  }
}
