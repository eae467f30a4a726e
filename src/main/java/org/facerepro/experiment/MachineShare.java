package org.facerepro.experiment;

/** How much of the machine a stage takes while it works. */
public enum MachineShare {
  /** All of it: work that spreads over every core by itself. */
  WHOLE,
  /** One core. */
  CORE,
  /** Next to nothing: work that waits for disk or network. */
  NONE
}
