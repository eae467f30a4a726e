package org.facerepro.face.draw;

import java.util.Iterator;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/** Finds the fastest kernel of depth maps. */
final class RasterKernels {
  private static final RasterKernel FASTEST = find();

  private RasterKernels() {}

  /** Returns the kernel on vectors where the program was started with their module. */
  static RasterKernel fastest() {
    return FASTEST;
  }

  private static RasterKernel find() {
    try {
      Iterator<RasterKernel> kernels =
          ServiceLoader.load(RasterKernel.class, RasterKernel.class.getClassLoader()).iterator();
      return kernels.hasNext() ? kernels.next() : new ScalarRasterKernel();
    } catch (ServiceConfigurationError | LinkageError e) {
      return new ScalarRasterKernel();
    }
  }
}
