package org.facerepro.face.render;

import java.util.Iterator;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/** Picks the kernel; all give the same bits. */
final class RasterKernels {
  private RasterKernels() {}

  /** Returns the vector kernel, or the plain one where its module or long vectors are missing. */
  static RasterKernel fastest() {
    try {
      Iterator<RasterKernel> kernels =
          ServiceLoader.load(RasterKernel.class, RasterKernel.class.getClassLoader()).iterator();
      return kernels.hasNext() ? kernels.next() : new ScalarRasterKernel();
    } catch (ServiceConfigurationError | LinkageError withoutVectors) {
      return new ScalarRasterKernel();
    }
  }
}
