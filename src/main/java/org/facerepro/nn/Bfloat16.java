package org.facerepro.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Convolutions in bfloat16 between float32 arrays, with gradients in float32.
 *
 * <p>The engine's bindings know no such arrays, so the work is done in a TorchScript function of a
 * few lines, in which they come and go: {@code bfloat16.pt}, written by {@code
 * harness/fixtures/bfloat16_convolution.py}.
 */
final class Bfloat16 {
  private static final Logger LOG = LoggerFactory.getLogger(Bfloat16.class);
  private static final String FILE = "bfloat16.pt";
  private static final Path CPU_INFO = Path.of("/proc/cpuinfo");
  private static final String INSTRUCTIONS = "avx512_bf16";

  private final NDManager memory;
  private final PtSymbolBlock script;

  private Bfloat16(NDManager memory, PtSymbolBlock script) {
    this.memory = memory;
    this.script = script;
  }

  /** Loads the function; it lives as long as the manager. */
  static Bfloat16 load(NDManager manager) {
    if (!manager.getDevice().isGpu() && !hasInstructions()) {
      LOG.warn(
          "precision bfloat16: this processor has no {} and may be slower with it", INSTRUCTIONS);
    }
    try (InputStream file = Bfloat16.class.getResourceAsStream(FILE)) {
      if (file == null) {
        throw new IllegalStateException(FILE + " is not on the class path");
      }
      return new Bfloat16(manager, JniUtils.loadModule((PtNDManager) manager, file, false, false));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean hasInstructions() {
    try {
      return Files.readString(CPU_INFO).contains(INSTRUCTIONS);
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Convolves without bias.
   *
   * @param x {@code [n, c, h, w]}, float32
   * @param weight {@code [filters, c, k, k]}, float32
   * @param geometry from {@link #geometry}
   */
  NDArray convolution(NDArray x, NDArray weight, NDArray geometry) {
    // Else the engine would try out and change the function's form in the first steps.
    JniUtils.setGraphExecutorOptimize(false);
    return IValueUtils.forward(script, new NDList(x, weight, geometry), true).singletonOrThrow();
  }

  /** Returns stride and padding as the function takes them. */
  NDArray geometry(Conv form) {
    return memory.create(new long[] {form.stride(), form.padding()});
  }
}
