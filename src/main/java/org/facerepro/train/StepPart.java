package org.facerepro.train;

/** What a step of training consists of. */
public enum StepPart {
  /** Waiting for a batch that is not ready yet. */
  INPUT,
  /** The batch into the engine, through the network, to the loss. */
  FORWARD,
  /** Gradients of all weights. */
  BACKWARD,
  /** Weights, and what the optimiser keeps of them. */
  UPDATE
}
