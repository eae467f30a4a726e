package org.facerepro.core;

/** Where long work tells how far it is; implementations draw a bar, print lines or stay silent. */
public interface Progress {

  /** A silent progress, for tests and embedding in other programs. */
  Progress SILENT =
      (name, total, unit) ->
          new Task() {
            @Override
            public void advance(long steps) {}

            @Override
            public void note(String text) {}

            @Override
            public void close() {}
          };

  /**
   * Starts a task of {@code total} steps counted in {@code unit} ("images", "epochs").
   *
   * @param total number of steps, or 0 if unknown
   */
  Task start(String name, long total, String unit);

  /** One running task; thread-safe, closed when it ends. */
  interface Task extends AutoCloseable {
    /** Reports {@code steps} more steps done. */
    void advance(long steps);

    /** Shows a short state beside the count, such as the loss of an epoch. */
    void note(String text);

    @Override
    void close();
  }
}
