package org.facerepro.face.basel.file;

import java.nio.file.Path;
import org.facerepro.core.Require;

/**
 * Where the Basel generator puts its files: {@code img/ rps/ csv/ tlms/}, each with one folder per
 * identity, and names {@code <id>_<n>}.
 *
 * @param root output folder
 */
public record BaselFolders(Path root) {

  /**
   * Returns the place of a picture.
   *
   * @param id number of the identity, from 0
   * @param n number of the sample: from 0 in the random program, from 1 in the controlled one
   * @param kind what the picture shows, such as {@code depth}; empty for the face itself
   */
  public Path picture(int id, int n, String kind) {
    return place("img", id, n, kind.isEmpty() ? ".png" : "_" + kind + ".png");
  }

  /** Returns the place of all render parameters. */
  public Path rps(int id, int n) {
    return place("rps", id, n, ".rps");
  }

  /** Returns the place of the row of numbers. */
  public Path csv(int id, int n) {
    return place("csv", id, n, ".csv");
  }

  /** Returns the place of the landmarks. */
  public Path tlms(int id, int n) {
    return place("tlms", id, n, ".tlms");
  }

  private Path place(String kind, int id, int n, String ending) {
    Require.between("id", id, 0, Integer.MAX_VALUE);
    Require.between("n", n, 0, Integer.MAX_VALUE);
    return root.resolve(kind).resolve(Integer.toString(id)).resolve(id + "_" + n + ending);
  }
}
