package org.facerepro.experiment;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.facerepro.core.Seed;

/**
 * Does the work of one kind of stage.
 *
 * @param <S> the kind
 */
interface StageRunner<S extends Stage> {

  /** The packages and single classes, beside the runner, whose code can change the payload. */
  List<String> code();

  /** Whether the tensor engine and its device can change the payload. */
  boolean usesEngine();

  /** How much of the machine the work takes; all of it unless a kind says less. */
  default MachineShare share() {
    return MachineShare.WHOLE;
  }

  /**
   * Returns how much work a stage is; empty where that cannot be told beforehand.
   *
   * @param inputs the same of the stages that it reads from, by role
   */
  default Optional<Workload> workload(S stage, Map<String, Workload> inputs) {
    return Optional.empty();
  }

  /** Returns a pace to go by before any such work was done; empty where there is no idea. */
  default Optional<Workload.Pace> assumedPace(S stage) {
    return Optional.empty();
  }

  /**
   * Hashes the outside files that the stage reads; "none" if it reads none.
   *
   * @throws org.facerepro.core.DataUnavailableException if they are not there
   */
  default String external(S stage, Workspace workspace) {
    return "none";
  }

  /**
   * Names what {@link #external} reads, so that a plan hashes it once; empty if each stage is to be
   * asked.
   */
  default Optional<String> externalSource(S stage) {
    return Optional.empty();
  }

  /**
   * Returns what a stage reads from outside, whether it is there or not; empty if nothing.
   *
   * @param name name of the stage
   */
  default Optional<OutsideInput> outside(String name, S stage, Workspace workspace) {
    return Optional.empty();
  }

  /** Fills the payload folder; called again after an interruption, it goes on where it stopped. */
  void run(S stage, Work work);

  /**
   * One piece of work.
   *
   * @param name name of the stage in the specification
   * @param seed its seed
   * @param inputs folders of its inputs, by role
   * @param payload the folder to fill
   * @param scratch a folder for checkpoints
   * @param workspace where to find things
   */
  record Work(
      String name,
      Seed seed,
      Map<String, Path> inputs,
      Path payload,
      Path scratch,
      Workspace workspace) {

    /** Returns the folder of an input. */
    Path input(String role) {
      Path folder = inputs.get(role);
      if (folder == null) {
        throw new IllegalStateException("stage '" + name + "' has no input '" + role + "'");
      }
      return folder;
    }
  }
}
