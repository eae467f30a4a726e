package org.facerepro.face.scene;

/** Where one worker's time goes; costs some tens of nanoseconds a step. */
public final class StageClock {
  private final long[] nanos = new long[DrawStage.values().length];
  private long last;

  void start() {
    last = System.nanoTime();
  }

  void end(DrawStage stage) {
    long now = System.nanoTime();
    nanos[index(stage)] += now - last;
    last = now;
  }

  /** Returns the nanoseconds that a step took in all pictures together. */
  public long nanos(DrawStage stage) {
    return nanos[index(stage)];
  }

  @SuppressWarnings("EnumOrdinal") // an index that never leaves this object
  private static int index(DrawStage stage) {
    return stage.ordinal();
  }
}
