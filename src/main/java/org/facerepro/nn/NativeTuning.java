package org.facerepro.nn;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Platform;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Settings of the C runtime that make training on a CPU quick; results do not change.
 *
 * <p>Idle threads of the engine sleep instead of spinning: where other programs want the same
 * processors, spinning costs three quarters of the speed. Large blocks stay in the process instead
 * of going back to the system after each step, which would clear their pages again and again. What
 * the user has set in the environment is left alone. Only Linux with the GNU C library knows these
 * settings; elsewhere nothing happens.
 */
final class NativeTuning {
  private static final Logger LOG = LoggerFactory.getLogger(NativeTuning.class);
  private static final String WAIT_POLICY = "OMP_WAIT_POLICY";
  private static final String MMAP_THRESHOLD = "MALLOC_MMAP_THRESHOLD_";
  private static final int M_TRIM_THRESHOLD = -1;
  private static final int M_TOP_PAD = -2;
  private static final int M_MMAP_THRESHOLD = -3;
  private static final int LARGEST = Integer.MAX_VALUE;
  private static final int PAD = 256 << 20;

  private NativeTuning() {}

  /** The functions of the C library that are called here. */
  interface CLibrary extends Library {
    int setenv(String name, String value, int overwrite);

    int mallopt(int parameter, int value);
  }

  /** Applies the settings; to be called before the engine's libraries are loaded. */
  static void apply() {
    if (!Platform.isLinux()) {
      return;
    }
    try {
      CLibrary c = Native.load("c", CLibrary.class);
      c.setenv(WAIT_POLICY, "PASSIVE", 0);
      if (System.getenv(MMAP_THRESHOLD) == null) {
        c.mallopt(M_MMAP_THRESHOLD, LARGEST);
        c.mallopt(M_TRIM_THRESHOLD, LARGEST);
        c.mallopt(M_TOP_PAD, PAD);
      }
    } catch (UnsatisfiedLinkError e) {
      // Another C library, or none that may be called: training is slower, and nothing else.
      LOG.debug("no native tuning", e);
    }
  }
}
