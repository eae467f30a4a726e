package org.facerepro.experiment.helper;

import java.util.List;
import org.facerepro.core.InvalidValueException;
import org.facerepro.core.Require;
import org.facerepro.nn.Compute;

/**
 * The machine in equal parts, one for each helper.
 *
 * @param jobs number of parts; 1 means that there are no helpers
 * @param processors of the machine
 * @param heapBytes Java heap of all parts together
 */
public record MachineParts(int jobs, int processors, long heapBytes) {
  private static final String WITH_THREADS = "cpu:";

  public MachineParts {
    Require.that(jobs > 0, "--jobs", "a number above 0", jobs);
  }

  /** Divides the processors that this process may use, and the heap that it may fill. */
  public static MachineParts of(int jobs) {
    Runtime runtime = Runtime.getRuntime();
    return new MachineParts(jobs, runtime.availableProcessors(), runtime.maxMemory());
  }

  /** Tells whether the work is to be done by one process alone. */
  public boolean undivided() {
    return jobs == 1;
  }

  /** Returns the processors of one part, at least one. */
  public int threads() {
    return Math.max(1, processors / jobs);
  }

  /**
   * Returns the device that all processes are to use, so that they agree on the keys of artifacts:
   * the chosen one, but with the threads of one part where no number was chosen.
   *
   * @param choice in the form of {@link Compute#of}
   * @throws InvalidValueException if there are helpers, and the device is a GPU
   */
  public String device(String choice) {
    // To resolve a choice with a number of threads would set that of this process.
    if (undivided() || choice.startsWith(WITH_THREADS)) {
      return choice;
    }
    String device = Compute.of(choice).describe().device();
    if (!device.equals("cpu")) {
      throw new InvalidValueException(
          "--jobs", "1 on a GPU, whose memory one training plans for; or --device cpu", jobs);
    }
    return WITH_THREADS + threads();
  }

  /** Returns the options by which a virtual machine takes itself for the whole of its part. */
  List<String> options() {
    return List.of("-Xmx" + heapBytes / jobs, "-XX:ActiveProcessorCount=" + threads());
  }
}
