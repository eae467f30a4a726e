package org.facerepro.experiment;

/**
 * Data from outside that a stage reads.
 *
 * @param stage the stage that reads it
 * @param name what it is: the id of a protocol, or a place below the folder with real data
 * @param realData whether it shows real people
 * @param licence terms under which it may be used
 */
public record OutsideInput(String stage, String name, boolean realData, String licence) {

  /** Returns the same data, read by another stage. */
  OutsideInput readBy(String other) {
    return new OutsideInput(other, name, realData, licence);
  }
}
