package org.facerepro.protocol;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.facerepro.core.AtomicFiles;
import org.facerepro.core.CorruptDataException;
import org.facerepro.core.DataUnavailableException;
import org.facerepro.protocol.ProtocolDeclaration.Checksum;

/** Finds the files of a protocol below a data root and holds them against published checksums. */
final class DataPlaces {
  private static final int BUFFER = 1 << 16;

  private final ProtocolDeclaration declaration;
  private final Path root;

  DataPlaces(ProtocolDeclaration declaration, Path root) {
    this.declaration = declaration;
    this.root = root;
  }

  /** Returns the first alternative that exists, checked. */
  Optional<Path> find(List<String> alternatives) {
    for (String place : alternatives) {
      Path path = root.resolve(place);
      if (Files.exists(path)) {
        check(place, path);
        return Optional.of(path);
      }
    }
    return Optional.empty();
  }

  /** Returns the first alternative that exists, or tells how to get it. */
  Path require(String what, List<String> alternatives) {
    return find(alternatives).orElseThrow(() -> unavailable(what, alternatives));
  }

  private DataUnavailableException unavailable(String what, List<String> alternatives) {
    return new DataUnavailableException(
        "%s (%s): %s not found; looked for %s. How to get it: %s Licence: %s"
            .formatted(
                declaration.title(),
                declaration.id(),
                what,
                alternatives.stream()
                    .map(place -> root.resolve(place).toString())
                    .collect(Collectors.joining(", ")),
                sentence(declaration.obtain()),
                sentence(declaration.licence())));
  }

  private static String sentence(String text) {
    String stripped = text.strip();
    return stripped.endsWith(".") ? stripped : stripped + ".";
  }

  private void check(String place, Path path) {
    for (Checksum checksum : declaration.checksums()) {
      if (checksum.file().equals(place) && Files.isRegularFile(path)) {
        String found = md5(path);
        if (!found.equals(checksum.md5())) {
          throw new DataUnavailableException(
              "%s is not the published file of %s: its MD5 is %s, expected %s. How to get it: %s"
                  .formatted(path, declaration.id(), found, checksum.md5(), declaration.obtain()));
        }
      }
    }
  }

  private static String md5(Path path) {
    try (InputStream in = Files.newInputStream(path)) {
      MessageDigest digest = MessageDigest.getInstance("MD5");
      byte[] buffer = new byte[BUFFER];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        digest.update(buffer, 0, n);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (IOException e) {
      throw new CorruptDataException("cannot read " + path + " (" + AtomicFiles.reason(e) + ")", e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has MD5", e);
    }
  }
}
