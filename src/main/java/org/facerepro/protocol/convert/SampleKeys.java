package org.facerepro.protocol.convert;

import java.util.HashSet;
import java.util.Set;
import org.facerepro.data.PictureNames;

/** Makes keys of samples from names of pictures; one that no key can hold gets a number. */
final class SampleKeys {
  private static final int LONGEST = 80;

  private final Set<String> taken = new HashSet<>();
  private int number;

  /** Returns the key of the next picture. */
  String of(String name) {
    number++;
    String stem = PictureNames.stem(name);
    String key = stem.replaceAll("[^A-Za-z0-9_/-]", "_").replaceAll("/+", "/");
    boolean same = key.equals(stem) && key.length() <= LONGEST && !key.startsWith("/");
    if (same && taken.add(key)) {
      return key;
    }
    String last = key.substring(key.lastIndexOf('/') + 1);
    String numbered = "%08d-%s".formatted(number, last.substring(0, Math.min(last.length(), 60)));
    if (!taken.add(numbered)) {
      throw new IllegalStateException("two samples have the number " + number);
    }
    return numbered;
  }
}
