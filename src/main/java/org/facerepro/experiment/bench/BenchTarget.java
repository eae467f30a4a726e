package org.facerepro.experiment.bench;

/** What part of the program is measured. */
public enum BenchTarget {
  /** Packing and checking of result archives; its cases come from the room of archives. */
  ARCHIVE,
  /** Pictures of faces; of morphable models from files by {@link Bench#runModel}. */
  GENERATOR,
  METRICS,
  PROTOCOL,
  /** Planning, and verifying a store; {@link StoreBench} has its cases. */
  STORE,
  /** Steps of training through the real loop, input and all. */
  TRAIN
}
