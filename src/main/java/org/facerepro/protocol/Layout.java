package org.facerepro.protocol;

/** How the files of a protocol are laid out; {@link LayoutReaders} has a reader for each. */
public enum Layout {
  /** {@code Name/Name_0001.jpg} and a list in the form of {@code pairs.txt}. */
  LFW,
  /** Pictures of {@link #LFW} and the list of people, searched instead of compared. */
  LFW_SEARCH,
  /** {@code cfp-dataset}: lists of couples by number into two lists of pictures. */
  CFP,
  /** Pictures with 68 points and a MATLAB file of couples. */
  AGEDB,
  /** Pictures and a list of two lines per couple that names the folds of genuine ones. */
  CALFW,
  /** Pictures and a list of two lines per couple that names no folds. */
  CPLFW,
  /** One pickle of encoded aligned pictures and labels. */
  BIN,
  /** Pictures, couples and landmarks in a folder per ethnicity. */
  RFW,
  /** A pickle per ethnicity, as {@link #BIN}. */
  RFW_BIN,
  /** A table of couples in CSV over eight subgroups. */
  BFW,
  /** {@code s1/1.pgm} to {@code s40/10.pgm}, no list. */
  ORL,
  /** {@code yaleB01/yaleB01_P00A+000E+00.pgm}, no list. */
  YALE_B,
  /** {@code neutral/001_03.jpg} and {@code smiling/001_08.jpg}, no list. */
  LONDON,
  /** Anyone's pictures with a {@code pairs.txt} or a CSV of couples. */
  PAIRS,
  /** Anyone's pictures in a folder per person, no list. */
  FOLDER,
  /** One list of genuine and one of impostor pictures per ethnicity, all couples compared. */
  RB_WEBFACE,
  /** Ten splits of templates as distributed by NIST. */
  IJB_A,
  /** IJB-B and IJB-C as distributed by NIST. */
  IJB_NIST,
  /** IJB-B and IJB-C as distributed with InsightFace. */
  IJB_RELEASE,
  /** The tree of CMU Multi-PIE. */
  MULTIPIE,
  /** The test part of TinyFace. */
  TINYFACE,
  /** A face set that the program generates. */
  GENERATED
}
