package org.facerepro.archive.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.facerepro.core.InvalidValueException;
import org.facerepro.core.Rng;
import org.facerepro.core.Seed;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TarGzTest {
  @TempDir Path folder;
  private Path file = Path.of("");

  @BeforeEach
  void chooseAFile() {
    file = folder.resolve("a.tar.gz");
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 8})
  void write_onAnyNumberOfThreads_givesTheSameBytes(int threads) throws IOException {
    Map<String, Content> large = Map.of("noise", Content.of(noise(5 * BlockDeflater.BLOCK + 7)));
    TarGz.write(file, large, 1);
    TarGz.write(folder.resolve("b.tar.gz"), large, threads);
    assertThat(file).hasSameBinaryContentAs(folder.resolve("b.tar.gz"));
  }

  @Test
  void write_ofNoise_growsLittle() throws IOException {
    TarGz.write(file, Map.of("noise", Content.of(noise(3 * BlockDeflater.BLOCK))));
    assertThat(Files.size(file)).isLessThan(3 * BlockDeflater.BLOCK + 10_000L);
  }

  @Test
  void read_returnsWhatWasWritten() throws IOException {
    TarGz.write(file, contents());
    Map<String, byte[]> read = new LinkedHashMap<>();
    assertThat(
            TarGzReader.read(
                file, Limits.DEFAULT, (name, size, in) -> read.put(name, in.readAllBytes())))
        .isNull();
    assertThat(read).containsOnlyKeys("z-first.txt", "b/c.txt", "empty", longName());
    assertThat(read.get("b/c.txt")).asString().isEqualTo("gamma");
    assertThat(read.keySet()).startsWith("z-first.txt");
  }

  @Test
  void write_givesWhatOtherProgramsRead() throws IOException {
    TarGz.write(file, contents());
    Map<String, String> read = new TreeMap<>();
    try (TarArchiveInputStream tar =
        new TarArchiveInputStream(new GZIPInputStream(Files.newInputStream(file)))) {
      for (TarArchiveEntry e = tar.getNextEntry(); e != null; e = tar.getNextEntry()) {
        read.put(e.getName(), new String(tar.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    assertThat(read).containsEntry("b/c.txt", "gamma").containsEntry(longName(), "long");
  }

  @Test
  void read_withAnyOneByteFlipped_findsTheDamage() throws IOException {
    TarGz.write(file, contents());
    byte[] sound = Files.readAllBytes(file);
    for (int i = 0; i < sound.length; i++) {
      byte[] damaged = sound.clone();
      damaged[i] ^= 0x10;
      Files.write(file, damaged);
      Damage damage = read();
      assertThat(damage).as("byte %d of %d flipped", i, sound.length).isNotNull();
      assertThat(String.valueOf(damage)).doesNotContain("place=,", "null");
    }
  }

  @Test
  void read_ofATruncatedFile_findsTheDamageWhereverItEnds() throws IOException {
    TarGz.write(file, contents());
    byte[] sound = Files.readAllBytes(file);
    for (int length = 0; length < sound.length; length++) {
      Files.write(file, Arrays.copyOf(sound, length));
      assertThat(read()).as("%d of %d bytes", length, sound.length).isNotNull();
    }
  }

  @Test
  void read_ofBytesBehindTheEnd_saysHowMany() throws IOException {
    TarGz.write(file, contents());
    byte[] sound = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(sound, sound.length + 70_003));
    assertThat(read()).isEqualTo(at("end of the archive", "70003 bytes follow the end"));
  }

  @Test
  void read_ofASecondGzipMember_refusesIt() throws IOException {
    TarGz.write(file, contents());
    byte[] sound = Files.readAllBytes(file);
    byte[] twice = Arrays.copyOf(sound, 2 * sound.length);
    System.arraycopy(sound, 0, twice, sound.length, sound.length);
    Files.write(file, twice);
    assertThat(read()).isEqualTo(at("end of the archive", sound.length + " bytes follow the end"));
  }

  @ParameterizedTest
  @CsvSource({
    "../up, has '..' in its name",
    "a/../../up, has '..' in its name",
    "./here, has '.' in its name",
    "/etc/passwd, has an absolute name",
    "C:/windows, has an absolute name",
    "a//b, has a name with other signs",
    "a b, has a name with other signs",
    "a\\b, has a name with other signs"
  })
  void read_ofANameThatLeavesTheArchive_refusesItUnread(String name, String problem)
      throws IOException {
    hostile(tar(name, 4, '0'));
    assertThat(read()).isEqualTo(at(name.replace(' ', '?'), problem));
  }

  @ParameterizedTest
  @CsvSource({
    "1, is a link",
    "2, is a link",
    "5, is a folder",
    "3, is of tar type '3'",
    "x, is of tar type 'x'",
    "L, is of tar type 'L'",
    "S, is of tar type 'S'"
  })
  void read_ofAnythingButAPlainFile_refusesIt(char type, String problem) throws IOException {
    hostile(tar("entry", 0, type));
    assertThat(read()).isEqualTo(at("entry", problem));
  }

  @Test
  void read_ofANameThatIsThereTwice_refusesIt() throws IOException {
    hostile(tar("entry", 0, '0'), tar("entry", 0, '0'));
    assertThat(read()).isEqualTo(at("entry", "is there twice"));
  }

  @Test
  void read_ofAnAbsurdSize_refusesItBeforeReading() throws IOException {
    hostile(new TarHeader("bomb", 07_777_777_7777L).encode());
    assertThat(read())
        .isEqualTo(at("bomb", "claims 8589934591 bytes; all entries together may have 2147483648"));
  }

  @Test
  void read_ofMoreThanAllEntriesMayHaveTogether_refusesTheOneTooMuch() throws IOException {
    hostile(tar("a", 6, '0'), tar("b", 5, '0'));
    assertThat(read(new Limits(10, 10))).isEqualTo(at("b", "claims 5 bytes"));
  }

  @Test
  void read_ofTooManyEntries_refusesTheOneTooMuch() throws IOException {
    hostile(tar("a", 0, '0'), tar("b", 0, '0'), tar("c", 0, '0'));
    assertThat(read(new Limits(2, 10))).isEqualTo(at("c", "is one of more than 2 entries"));
  }

  @Test
  void read_ofAHeaderWithAnOwner_refusesIt() throws IOException {
    byte[] header = tar("entry", 0, '0');
    header[265] = 'r';
    int digit = header[153];
    header[152] = (byte) (header[152] + (digit + 2 > '7' ? 1 : 0));
    header[153] = (byte) (digit + 2 > '7' ? digit + 2 - 8 : digit + 2);
    header[151] = (byte) (header[151] + 1);
    hostile(header);
    assertThat(String.valueOf(read())).contains("entry", "header");
  }

  @Test
  void read_ofPlainTarInGzip_saysThatItIsNotOurs() throws IOException {
    Files.write(file, new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 3, 0, 0, 0});
    assertThat(read()).isEqualTo(at("gzip header", "is not as FaceRepro writes it"));
  }

  @Test
  void write_ofTheArmOfASweepOverTwoParameters_isRead() throws IOException {
    String name = "curves/lfw-dev@subjects=0.5,yaw=wide.csv";
    TarGz.write(file, Map.of(name, Content.of(new byte[1])));
    assertThat(read()).isNull();
  }

  @Test
  void write_ofANameThatLeavesTheArchive_isRefused() {
    assertThatThrownBy(() -> TarGz.write(file, Map.of("../x", Content.of(new byte[1]))))
        .isInstanceOf(InvalidValueException.class)
        .hasMessageContaining("../x");
    assertThat(folder).isEmptyDirectory();
  }

  private void hostile(byte[]... blocks) {
    TarGz.writeTar(
        file,
        1,
        tar -> {
          for (byte[] each : blocks) {
            tar.write(each);
          }
        });
  }

  private static byte[] tar(String name, int size, char type) {
    byte[] header = new TarHeader(name, size).encode(type);
    return Arrays.copyOf(header, header.length + size + TarGz.padding(size));
  }

  private @Nullable Damage read() throws IOException {
    return read(Limits.DEFAULT);
  }

  private @Nullable Damage read(Limits limits) throws IOException {
    Damage damage = TarGzReader.read(file, limits, (name, size, in) -> in.readAllBytes());
    return damage == null ? null : new Damage(damage.place(), shortened(damage.problem()));
  }

  /** Keeps what tests state: up to the first explanation. */
  private static String shortened(String problem) {
    return problem
        .replaceFirst("(: (entries lie|only plain)| than letters| of the archive).*", "")
        .replaceFirst("(claims 5 bytes);.*", "$1");
  }

  private static Damage at(String place, String problem) {
    return new Damage(place, problem);
  }

  private static byte[] noise(int length) {
    byte[] bytes = new byte[length];
    Rng rng = new Seed(1).rng();
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) rng.nextInt(256);
    }
    return bytes;
  }

  private static String longName() {
    return "a".repeat(60) + "/" + "b".repeat(80);
  }

  private static Map<String, Content> contents() {
    Map<String, Content> contents = new LinkedHashMap<>();
    contents.put("z-first.txt", content("alpha\n".repeat(50)));
    contents.put("b/c.txt", content("gamma"));
    contents.put("empty", content(""));
    contents.put(longName(), content("long"));
    return contents;
  }

  private static Content content(String text) {
    return Content.of(text.getBytes(StandardCharsets.UTF_8));
  }
}
