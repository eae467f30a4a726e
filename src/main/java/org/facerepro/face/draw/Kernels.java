package org.facerepro.face.draw;

import java.util.Iterator;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/** Picks inner loops; all of a kind give the same bits. */
public final class Kernels {
  private static final RasterKernel RASTER = fastest(RasterKernel.class, new ScalarRasterKernel());
  private static final MixKernel MIX = fastest(MixKernel.class, new ScalarMixKernel());

  private Kernels() {}

  /** Returns the loop of depth maps, on vectors where their module is loaded. */
  static RasterKernel raster() {
    return RASTER;
  }

  /** Returns the sums of shading, on vectors where their module is loaded. */
  public static MixKernel mix() {
    return MIX;
  }

  private static <K> K fastest(Class<K> kind, K plain) {
    try {
      Iterator<K> kernels = ServiceLoader.load(kind, kind.getClassLoader()).iterator();
      return kernels.hasNext() ? kernels.next() : plain;
    } catch (ServiceConfigurationError | LinkageError withoutVectors) {
      return plain;
    }
  }
}
