package org.facerepro.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.facerepro.archive.container.Content;
import org.facerepro.archive.container.Limits;
import org.facerepro.archive.container.TarGz;
import org.facerepro.archive.container.TarGzReader;
import org.facerepro.core.Sha256;

/** Claims other numbers in an archive and makes every hash fit them. */
final class DoctoredArchive {
  private static final String RESULT = "result.json";

  private DoctoredArchive() {}

  /** Claims that half of the comparisons could not be made. */
  static void claimFailures(Path archive) throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    TarGzReader.read(
        archive,
        Limits.DEFAULT,
        (name, size, content) -> entries.put(name, content.readAllBytes()));
    String result = text(bytes(entries, RESULT));
    String claimed = result.replaceFirst("(\"fta\": \\{\\s*\"value\": )0\\.0", "$10.5");
    assertThat(claimed).isNotEqualTo(result);
    replace(entries, RESULT, claimed);
    Map<String, Content> packed = new LinkedHashMap<>();
    entries.forEach((name, bytes) -> packed.put(name, Content.of(bytes)));
    TarGz.write(archive, packed);
  }

  /** The manifest has the hash of the entry that has the hashes of all others. */
  private static void replace(Map<String, byte[]> entries, String name, String content) {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    String before = Sha256.of(bytes(entries, name)).hex();
    entries.put(name, bytes);
    String after = Sha256.of(bytes).hex();
    for (String other : List.copyOf(entries.keySet())) {
      String text = text(bytes(entries, other));
      if (text.contains(before)) {
        replace(entries, other, text.replace(before, after));
      }
    }
  }

  private static byte[] bytes(Map<String, byte[]> entries, String name) {
    return Objects.requireNonNull(entries.get(name), name);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
