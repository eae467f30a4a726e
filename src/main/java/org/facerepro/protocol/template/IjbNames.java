package org.facerepro.protocol.template;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.facerepro.core.DataUnavailableException;

/**
 * What the official files of IJB-B and IJB-C are called: the sets call their galleries S1 and S2,
 * or G1 and G2; the newer drop parts tests by folder.
 *
 * @param folder of all files
 * @param prefix {@code ijbb} or {@code ijbc}; empty in the newer drop
 * @param galleries names of both galleries
 */
record IjbNames(Path folder, String prefix, List<String> galleries) {
  private static final List<IjbNames> KNOWN =
      List.of(
          new IjbNames(Path.of(""), "ijbb", List.of("S1", "S2")),
          new IjbNames(Path.of(""), "ijbc", List.of("G1", "G2")));

  /** The galleries of either set. */
  static final List<String> GALLERIES =
      KNOWN.stream().flatMap(names -> names.galleries.stream()).toList();

  IjbNames {
    galleries = List.copyOf(galleries);
  }

  /**
   * Tells which files a folder holds.
   *
   * @throws DataUnavailableException if it holds none of the known ones
   */
  static IjbNames in(Path folder) {
    for (IjbNames known : KNOWN) {
      IjbNames here = new IjbNames(folder, known.prefix, known.galleries);
      if (Files.exists(here.gallery(known.galleries.get(0)))
          || Files.exists(here.covariates("matches"))) {
        return here;
      }
    }
    for (String test : List.of("test1", "test2", "test4")) {
      if (Files.isDirectory(folder.resolve(test))) {
        return new IjbNames(folder, "", List.of("G1", "G2"));
      }
    }
    throw new DataUnavailableException(
        "%s holds none of ijbb_1N_gallery_S1.csv, ijbc_1N_gallery_G1.csv, test1, test2, test4"
            .formatted(folder));
  }

  /** Returns whether these are the folders of the newer drop. */
  boolean isNewer() {
    return prefix.isEmpty();
  }

  Path gallery(String name) {
    return isNewer()
        ? folder.resolve("test4").resolve("gallery_" + name + ".csv")
        : folder.resolve(prefix + "_1N_gallery_" + name + ".csv");
  }

  /** Returns the file of probes of a kind: {@code mixed}, {@code img} or {@code video}. */
  Path probes(String kind) {
    return isNewer()
        ? folder.resolve("test4").resolve("probes.csv")
        : folder.resolve(prefix + "_1N_probe_" + kind + ".csv");
  }

  Path matches() {
    return folder.resolve(prefix + "_11_" + String.join("_", galleries) + "_matches.csv");
  }

  Path covariates(String what) {
    return folder.resolve(prefix + "_11_covariate_" + what + ".csv");
  }
}
