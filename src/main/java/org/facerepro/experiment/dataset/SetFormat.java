package org.facerepro.experiment.dataset;

/** How a generated face set lies on the disk. */
public enum SetFormat {
  /** Tar shards in the WebDataset convention with an index; see {@code data.FaceSet}. */
  SHARDS,
  /** {@code <subject>/<sample>.jpg}, and per subject {@code parameters.jsonl}. */
  FOLDER,
  /** InsightFace's {@code train.rec}, {@code .idx}, {@code .lst}, {@code property}. */
  REC,
  /** The Basel generator's {@code img/ rps/ csv/ tlms/}, and {@code parameters/}. */
  BASEL
}
