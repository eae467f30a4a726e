package org.facerepro.data;

import java.util.regex.Pattern;
import org.facerepro.core.Require;

/**
 * The rule for the key of a sample: WebDataset takes all up to the first dot as the key, a POSIX
 * tar header holds 100 characters, and no key may climb out of a folder it is unpacked to.
 */
final class SampleKey {
  private static final int MAX_LENGTH = 90;
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]+(/[A-Za-z0-9_-]+)*");

  private SampleKey() {}

  static void check(String key) {
    Require.that(
        key.length() <= MAX_LENGTH && FORM.matcher(key).matches(),
        "key",
        "at most 90 letters, digits, '_' or '-', with '/' between parts",
        "'" + key + "'");
  }
}
