package org.facerepro.report.page;

/**
 * The parts of the name of a report, {@code test@arm/part}.
 *
 * @param test the stage that measures, without its arm
 * @param arm what is varied, or blank
 * @param part the part of the protocol, or blank for the whole
 */
record ReportName(String test, String arm, String part) {

  static ReportName of(String report) {
    int slash = report.lastIndexOf('/');
    String stage = slash < 0 ? report : report.substring(0, slash);
    int mark = stage.indexOf('@');
    return new ReportName(
        mark < 0 ? stage : stage.substring(0, mark),
        mark < 0 ? "" : stage.substring(mark + 1),
        slash < 0 ? "" : report.substring(slash + 1));
  }
}
