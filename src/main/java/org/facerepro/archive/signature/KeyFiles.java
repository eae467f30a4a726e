package org.facerepro.archive.signature;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Set;
import org.facerepro.core.AtomicFiles;
import org.facerepro.core.CorruptDataException;
import org.facerepro.core.DataUnavailableException;
import org.facerepro.core.StorageException;

/** Ed25519 keys as PEM files: PKCS#8 for the private key, X.509 for the public one. */
public final class KeyFiles {
  /** The private key's name in its folder. */
  public static final String PRIVATE = "private.pem";

  /** The public key's name in its folder. */
  public static final String PUBLIC = "public.pem";

  static final String ALGORITHM = "Ed25519";

  private static final String PRIVATE_LABEL = "PRIVATE KEY";
  private static final String PUBLIC_LABEL = "PUBLIC KEY";
  private static final int LINE = 64;
  private static final int MOST_BYTES = 10_000;

  private KeyFiles() {}

  /**
   * Makes a pair of keys. The private one can be read by its owner only.
   *
   * @param folder where to put them; made if it is not there
   * @throws StorageException if a key is there already or cannot be written
   */
  public static void create(Path folder) {
    KeyPair pair = generator().generateKeyPair();
    Path secret = folder.resolve(PRIVATE);
    Path open = folder.resolve(PUBLIC);
    for (Path each : new Path[] {secret, open}) {
      if (Files.exists(each)) {
        throw new StorageException(each + " is there already: keys are never replaced");
      }
    }
    try {
      Files.createDirectories(folder);
      Files.createFile(secret, ownerOnly());
      Files.write(secret, pem(PRIVATE_LABEL, pair.getPrivate().getEncoded()));
      Files.write(
          open, pem(PUBLIC_LABEL, pair.getPublic().getEncoded()), StandardOpenOption.CREATE_NEW);
    } catch (FileAlreadyExistsException e) {
      throw new StorageException(e.getMessage() + " is there already: keys are never replaced", e);
    } catch (IOException e) {
      throw new StorageException(
          "cannot write keys to " + folder + " (" + AtomicFiles.reason(e) + ")", e);
    }
  }

  private static KeyPairGenerator generator() {
    try {
      return KeyPairGenerator.getInstance(ALGORITHM);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java platform has no Ed25519", e);
    }
  }

  /** Where files have owners, nobody else may read; elsewhere the folder must guard the file. */
  private static FileAttribute<?>[] ownerOnly() {
    Set<String> views = FileSystems.getDefault().supportedFileAttributeViews();
    return views.contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  private static byte[] pem(String label, byte[] key) {
    String body = Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(key);
    return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
        .formatted(label, body, label)
        .getBytes(StandardCharsets.US_ASCII);
  }

  /**
   * Reads a private key.
   *
   * @throws CorruptDataException if the file is no Ed25519 key of this kind
   */
  static PrivateKey readPrivate(Path file) {
    try {
      return KeyFactory.getInstance(ALGORITHM)
          .generatePrivate(new PKCS8EncodedKeySpec(decoded(file, PRIVATE_LABEL)));
    } catch (GeneralSecurityException e) {
      throw new CorruptDataException(file + " is no Ed25519 private key (PKCS#8)", e);
    }
  }

  /** Reads a public key; see {@link #readPrivate}. */
  static PublicKey readPublic(Path file) {
    try {
      return KeyFactory.getInstance(ALGORITHM)
          .generatePublic(new X509EncodedKeySpec(decoded(file, PUBLIC_LABEL)));
    } catch (GeneralSecurityException e) {
      throw new CorruptDataException(file + " is no Ed25519 public key (X.509)", e);
    }
  }

  private static byte[] decoded(Path file, String label) {
    String text = read(file).strip();
    String begin = "-----BEGIN " + label + "-----";
    String end = "-----END " + label + "-----";
    if (!text.startsWith(begin) || !text.endsWith(end)) {
      throw new CorruptDataException("%s is no PEM file with one '%s'".formatted(file, label));
    }
    try {
      return Base64.getMimeDecoder()
          .decode(text.substring(begin.length(), text.length() - end.length()));
    } catch (IllegalArgumentException e) {
      throw new CorruptDataException(file + " is no PEM file: " + e.getMessage(), e);
    }
  }

  private static String read(Path file) {
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw new CorruptDataException(file + " is too large for a key");
      }
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (NoSuchFileException e) {
      throw new DataUnavailableException(file + " does not exist", e);
    } catch (IOException e) {
      throw new CorruptDataException("cannot read " + file + " (" + AtomicFiles.reason(e) + ")", e);
    }
  }
}
