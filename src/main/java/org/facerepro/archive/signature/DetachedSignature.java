package org.facerepro.archive.signature;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;
import java.util.Optional;
import org.facerepro.core.AtomicFiles;
import org.facerepro.core.DataUnavailableException;
import org.facerepro.core.FileHash;
import org.facerepro.core.Json;
import org.facerepro.core.Require;
import org.facerepro.core.StorageException;

/**
 * The signature of a file, in a file of its own beside it. Signed is the line {@code
 * facerepro/signature/v1 <SHA-256 of the file>} with its line end, so that a large file need not be
 * in memory and other programs can check it.
 *
 * @param schema {@code facerepro/signature/v1}
 * @param algorithm {@code Ed25519} (RFC 8032)
 * @param sha256 of the signed file
 * @param signature Base64
 */
public record DetachedSignature(String schema, String algorithm, String sha256, String signature) {
  public static final String SCHEMA = "facerepro/signature/v1";

  private static final String ENDING = ".sig";

  public DetachedSignature {
    Require.that(schema.equals(SCHEMA), "schema", SCHEMA, schema);
    Require.that(algorithm.equals(KeyFiles.ALGORITHM), "algorithm", KeyFiles.ALGORITHM, algorithm);
  }

  /** Returns where the signature of a file lies. */
  public static Path beside(Path file) {
    return file.resolveSibling(file.getFileName() + ENDING);
  }

  /**
   * Signs a file.
   *
   * @param key the private key's file
   * @return the signature's file
   * @throws DataUnavailableException if a file is not there
   */
  public static Path sign(Path file, Path key) {
    String hash = FileHash.of(file);
    try {
      Signature signature = Signature.getInstance(KeyFiles.ALGORITHM);
      signature.initSign(KeyFiles.readPrivate(key));
      signature.update(statement(hash));
      String text = Base64.getEncoder().encodeToString(signature.sign());
      DetachedSignature made = new DetachedSignature(SCHEMA, KeyFiles.ALGORITHM, hash, text);
      AtomicFiles.writeFile(beside(file), Json.pretty(made));
      return beside(file);
    } catch (GeneralSecurityException e) {
      throw new StorageException("cannot sign " + file + " (" + e.getMessage() + ")", e);
    }
  }

  /**
   * Holds a file against the signature beside it.
   *
   * @param key the public key's file
   * @return what is wrong, or nothing if whoever has the private key signed exactly this file
   * @throws DataUnavailableException if a file is not there
   */
  public static Optional<String> problem(Path file, Path key) {
    Path beside = beside(file);
    if (!Files.exists(beside)) {
      throw new DataUnavailableException(
          "%s does not exist: %s is not signed, or its signature was not copied with it"
              .formatted(beside, file));
    }
    DetachedSignature read = Json.read(beside, DetachedSignature.class);
    PublicKey publicKey = KeyFiles.readPublic(key);
    if (!read.sha256.equals(FileHash.of(file))) {
      return Optional.of("is the signature of another file, or the file was altered");
    }
    return read.isBy(publicKey)
        ? Optional.empty()
        : Optional.of("was not made with the private key that belongs to " + key);
  }

  /** Returns whether the signature beside a file is one of these bytes, whoever made it. */
  public static boolean isOf(Path file) {
    return Json.read(beside(file), DetachedSignature.class).sha256.equals(FileHash.of(file));
  }

  private boolean isBy(PublicKey key) {
    try {
      Signature check = Signature.getInstance(KeyFiles.ALGORITHM);
      check.initVerify(key);
      check.update(statement(sha256));
      return check.verify(Base64.getDecoder().decode(signature));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return false;
    }
  }

  private static byte[] statement(String hash) {
    return (SCHEMA + " " + hash + "\n").getBytes(StandardCharsets.US_ASCII);
  }
}
