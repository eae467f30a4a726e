package org.facerepro.experiment;

/**
 * A run that has begun: nobody clears away what it needs until it is closed.
 *
 * @param planner keys and states of its stages
 * @param execution its stages on their way into the store
 * @param lease its word on the artifacts
 */
record BegunRun(Planner planner, StageExecution execution, StoreLease lease)
    implements AutoCloseable {
  @Override
  public void close() {
    lease.close();
  }
}
