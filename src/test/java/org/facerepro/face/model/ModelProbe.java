package org.facerepro.face.model;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;

/** Prints what a model file holds and what reading it costs. */
final class ModelProbe {
  private ModelProbe() {}

  public static void main(String[] args) {
    for (String arg : args) {
      long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      MorphableModel model = ModelFiles.read(Path.of(arg));
      long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
      System.gc();
      Runtime r = Runtime.getRuntime();
      System.out.printf(
          "%s%n  %.2f s CPU, %d MB held%n",
          model.card(), cpu / 1e9, (r.totalMemory() - r.freeMemory()) >> 20);
      System.out.println("  " + model.landmarks());
      model.regions().forEach((name, set) -> System.out.println("  " + name + " " + set.size()));
      System.out.println("  " + model.expression().names());
    }
  }
}
