package org.facerepro.face.render;

import java.util.Iterator;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/** Picks the kernel; all give the same bits. */
final class InstanceKernels {
  private InstanceKernels() {}

  /** Returns the vector kernel, or the plain one where its module is not loaded. */
  static InstanceKernel fastest() {
    try {
      Iterator<InstanceKernel> kernels =
          ServiceLoader.load(InstanceKernel.class, InstanceKernel.class.getClassLoader())
              .iterator();
      return kernels.hasNext() ? kernels.next() : new ScalarInstanceKernel();
    } catch (ServiceConfigurationError | LinkageError withoutVectors) {
      return new ScalarInstanceKernel();
    }
  }
}
