package org.facerepro.archive.container;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.facerepro.core.Sha256;

/** What an entry holds, from memory or from a file that is only read when it is packed. */
public interface Content {

  /** Returns the number of bytes. */
  long size() throws IOException;

  /** Starts to read; may be called again. */
  InputStream open() throws IOException;

  /** Hashes the bytes. */
  Sha256 sha256() throws IOException;

  /** Holds bytes. */
  static Content of(byte[] bytes) {
    return new Content() {
      @Override
      public long size() {
        return bytes.length;
      }

      @Override
      public InputStream open() {
        return new ByteArrayInputStream(bytes);
      }

      @Override
      public Sha256 sha256() {
        return Sha256.of(bytes);
      }
    };
  }

  /** Stands for a file, which must not change until the archive is written. */
  static Content of(Path file) {
    return new Content() {
      @Override
      public long size() throws IOException {
        return Files.size(file);
      }

      @Override
      public InputStream open() throws IOException {
        return Files.newInputStream(file);
      }

      @Override
      public Sha256 sha256() throws IOException {
        return Sha256.ofFile(file);
      }
    };
  }
}
