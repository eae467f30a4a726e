package org.facerepro.archive.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.facerepro.core.CorruptDataException;
import org.facerepro.core.DataUnavailableException;
import org.facerepro.core.Sha256;
import org.facerepro.core.StorageException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class DetachedSignatureTest {
  @TempDir Path folder;
  private Path file = Path.of("");
  private Path secret = Path.of("");
  private Path open = Path.of("");

  @BeforeEach
  void sign() throws IOException {
    file = Files.writeString(folder.resolve("a.tar.gz"), "content");
    KeyFiles.create(folder.resolve("keys"));
    secret = folder.resolve("keys").resolve(KeyFiles.PRIVATE);
    open = folder.resolve("keys").resolve(KeyFiles.PUBLIC);
    assertThat(DetachedSignature.sign(file, secret)).isEqualTo(folder.resolve("a.tar.gz.sig"));
  }

  @Test
  void problem_ofTheSignedFile_isNone() {
    assertThat(DetachedSignature.problem(file, open)).isEmpty();
  }

  @Test
  void sign_ofTheSameFile_givesTheSameBytes() throws IOException {
    byte[] before = Files.readAllBytes(DetachedSignature.beside(file));
    DetachedSignature.sign(file, secret);
    assertThat(DetachedSignature.beside(file)).hasBinaryContent(before);
  }

  @Test
  void problem_ofAnAlteredFile_isFound() throws IOException {
    Files.writeString(file, "contend");
    assertThat(DetachedSignature.problem(file, open))
        .hasValue("is the signature of another file, or the file was altered");
  }

  @Test
  void problem_withAnotherKey_isFound() {
    KeyFiles.create(folder.resolve("others"));
    Path other = folder.resolve("others").resolve(KeyFiles.PUBLIC);
    assertThat(DetachedSignature.problem(file, other))
        .hasValue("was not made with the private key that belongs to " + other);
  }

  @Test
  void problem_withTheDigestForgedToFit_isFound() throws IOException {
    Path beside = DetachedSignature.beside(file);
    String before = Files.readString(beside);
    Files.writeString(file, "forged");
    String hash = Sha256.ofFile(file).hex();
    Files.writeString(beside, before.replaceFirst("[0-9a-f]{64}", hash));
    assertThat(DetachedSignature.problem(file, open))
        .hasValueSatisfying(
            problem -> assertThat(problem).startsWith("was not made with the private key"));
  }

  @Test
  void problem_withoutASignature_saysWhatIsMissing() throws IOException {
    Files.delete(DetachedSignature.beside(file));
    assertThatThrownBy(() -> DetachedSignature.problem(file, open))
        .isInstanceOf(DataUnavailableException.class)
        .hasMessageContaining("a.tar.gz.sig does not exist");
  }

  @Test
  void sign_withThePublicKey_isRefused() {
    assertThatThrownBy(() -> DetachedSignature.sign(file, open))
        .isInstanceOf(CorruptDataException.class)
        .hasMessageContaining("is no PEM file with one 'PRIVATE KEY'");
  }

  @Test
  void sign_withSomethingElseInPem_isRefused() throws IOException {
    Files.writeString(secret, "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n");
    assertThatThrownBy(() -> DetachedSignature.sign(file, secret))
        .isInstanceOf(CorruptDataException.class)
        .hasMessageContaining("is no Ed25519 private key (PKCS#8)");
  }

  @Test
  void create_whereKeysAre_replacesNone() throws IOException {
    byte[] before = Files.readAllBytes(secret);
    assertThatThrownBy(() -> KeyFiles.create(folder.resolve("keys")))
        .isInstanceOf(StorageException.class)
        .hasMessageContaining("private.pem is there already");
    assertThat(secret).hasBinaryContent(before);
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void create_letsOnlyTheOwnerReadThePrivateKey() throws IOException {
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)))
        .isEqualTo("rw-------");
  }
}
