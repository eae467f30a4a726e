package org.facerepro.face;

import org.facerepro.core.Require;
import org.facerepro.face.scene.FaceDomain;
import org.facerepro.face.scene.RenderWorkspace;

/**
 * What to generate.
 *
 * @param domain kind of picture
 * @param subjects number of subjects, 1 to 10 million
 * @param samplesPerSubject pictures of each subject, 1 to 100,000
 */
public record GeneratorSpec(FaceDomain domain, int subjects, int samplesPerSubject) {
  /** Width and height of every picture in pixels. */
  public static final int SIZE = RenderWorkspace.SIZE;

  public GeneratorSpec {
    Require.between("subjects", subjects, 1L, 10_000_000L);
    Require.between("samplesPerSubject", samplesPerSubject, 1L, 100_000L);
  }
}
