package org.facerepro.experiment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.facerepro.core.Require;
import org.facerepro.core.StageFailedException;
import org.jspecify.annotations.Nullable;

/**
 * The work of a helper: makes the artifacts of runs that other processes work for as well, and
 * judges none. It waits for another process only where all that is left depends on that one.
 */
public final class SharedWork {
  private static final long RETRY_MILLIS = 200;

  private final Workspace workspace;
  private final MadeSets.Check check;

  /**
   * Prepares the work.
   *
   * @param check what to do with the sets of faces of a run before a training
   */
  public SharedWork(Workspace workspace, MadeSets.Check check) {
    this.workspace = workspace;
    this.check = check;
  }

  /** One run whose artifacts are to be made. */
  public record Run(ExperimentSpec spec, Scale scale, long seed) {
    @Override
    public String toString() {
      return spec.id() + " seed " + seed;
    }
  }

  /** What becomes of a run that cannot go on; to throw ends all work. */
  @FunctionalInterface
  public interface OnFailure {
    void accept(Run run, RuntimeException failure);
  }

  /**
   * Returns the runs in the order of one of several helpers, who begin at equal distances, so that
   * they are in each other's way only at the end.
   *
   * @param number which helper it is, from 1
   * @param helpers how many there are
   */
  public static List<Run> inTurn(List<Run> runs, int number, int helpers) {
    Require.between("number", number, 1, helpers);
    List<Run> turned = new ArrayList<>(runs);
    Collections.rotate(turned, -((number - 1) * runs.size() / helpers));
    return turned;
  }

  /**
   * Works until every artifact of the runs is there; a run that fails is left.
   *
   * @throws StageFailedException if the thread is interrupted
   */
  public void make(List<Run> runs, OnFailure onFailure) {
    List<Share> shares = runs.stream().map(Share::new).toList();
    try {
      List<Share> left = new ArrayList<>(shares);
      while (!left.isEmpty()) {
        left.removeIf(share -> share.ended(onFailure));
        rest(left);
      }
    } finally {
      shares.forEach(Share::close);
    }
  }

  private static void rest(List<Share> left) {
    if (left.isEmpty()) {
      return;
    }
    try {
      Thread.sleep(RETRY_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StageFailedException("interrupted while others were making " + left, e);
    }
  }

  /** What this process does of a run; planned when its turn comes. */
  private final class Share implements AutoCloseable {
    private final Run run;
    private @Nullable BegunRun begun;

    Share(Run run) {
      this.run = run;
    }

    /** Goes on; returns whether the run is done, or has failed. */
    boolean ended(OnFailure onFailure) {
      try {
        return begun().execution().advance();
      } catch (RuntimeException e) {
        if (Thread.currentThread().isInterrupted()) {
          throw e;
        }
        onFailure.accept(run, e);
        return true;
      }
    }

    private BegunRun begun() {
      BegunRun now = begun;
      if (now == null) {
        now =
            new ExperimentRunner(workspace.reporting(run.toString()), check)
                .begin(run.spec(), run.scale(), run.seed(), stage -> {});
        begun = now;
      }
      return now;
    }

    @Override
    public void close() {
      if (begun != null) {
        begun.close();
      }
    }

    @Override
    public String toString() {
      return run.toString();
    }
  }
}
