package org.facerepro.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.facerepro.core.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReproducibleTarGzTest {
  @TempDir Path folder;

  @Test
  void write_ofTheSameContent_givesTheSameBytes() throws IOException {
    ReproducibleTarGz.write(folder.resolve("a.tar.gz"), contents());
    ReproducibleTarGz.write(folder.resolve("b.tar.gz"), contents());
    assertThat(folder.resolve("a.tar.gz")).hasSameBinaryContentAs(folder.resolve("b.tar.gz"));
  }

  @Test
  void read_returnsWhatWasWritten() throws IOException {
    Path file = folder.resolve("a.tar.gz");
    ReproducibleTarGz.write(file, contents());
    Map<String, byte[]> read = new TreeMap<>();
    assertThat(ReproducibleTarGz.read(file, read::put)).isNull();
    assertThat(read).containsOnlyKeys(contents().keySet());
    assertThat(read.get("b/c.txt")).isEqualTo(contents().get("b/c.txt"));
  }

  @Test
  void verify_withAnyOneByteFlipped_findsTheDamage() throws IOException {
    SortedMap<String, byte[]> contents = contents();
    contents.put(Manifest.FILE, Json.pretty(Manifest.of(contents)));
    Path file = folder.resolve("a.tar.gz");
    ReproducibleTarGz.write(file, contents);
    byte[] sound = Files.readAllBytes(file);
    for (int i = 0; i < sound.length; i++) {
      byte[] damaged = sound.clone();
      damaged[i] ^= 0x10;
      Files.write(file, damaged);
      assertThat(ArchiveVerifier.verify(file).findings())
          .as("byte %d of %d flipped", i, sound.length)
          .isNotEmpty()
          .allSatisfy(finding -> assertThat(finding.entry()).isNotBlank());
    }
  }

  @Test
  void read_ofATruncatedFile_namesThePlace() throws IOException {
    Path file = folder.resolve("a.tar.gz");
    ReproducibleTarGz.write(file, contents());
    byte[] sound = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(sound, sound.length - 9));
    ReproducibleTarGz.Damage damage = ReproducibleTarGz.read(file, (name, bytes) -> {});
    assertThat(damage).isNotNull();
  }

  @Test
  void read_ofBytesBehindTheEnd_reportsThem() throws IOException {
    Path file = folder.resolve("a.tar.gz");
    ReproducibleTarGz.write(file, contents());
    byte[] sound = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(sound, sound.length + 3));
    ReproducibleTarGz.Damage damage = ReproducibleTarGz.read(file, (name, bytes) -> {});
    assertThat(damage).isNotNull();
  }

  @Test
  void read_ofAFileThatUnpacksToMoreThanTheLimit_refusesIt() throws IOException {
    Path file = folder.resolve("a.tar.gz");
    ReproducibleTarGz.write(file, new TreeMap<>(Map.of("zeros", new byte[1 << 20])));
    ReproducibleTarGz.Damage damage =
        ReproducibleTarGz.read(file, (name, bytes) -> {}, (1 << 20) - 1);
    assertThat(String.valueOf(damage))
        .contains("place=zeros", "more than the allowed total of 1048575 bytes");
  }

  private static SortedMap<String, byte[]> contents() {
    SortedMap<String, byte[]> contents = new TreeMap<>();
    contents.put("a.txt", "alpha\n".repeat(50).getBytes(StandardCharsets.UTF_8));
    contents.put("b/c.txt", "gamma".getBytes(StandardCharsets.UTF_8));
    return contents;
  }
}
