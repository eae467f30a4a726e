package org.facerepro.core;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Files and folders that appear whole or not at all: written to a temporary name beside the target,
 * then moved into place.
 */
public final class AtomicFiles {

  /** Marks what is not yet complete; readers ignore names that start so. */
  public static final String TEMPORARY_PREFIX = ".tmp-";

  private AtomicFiles() {}

  /** Work that fills a temporary file or folder. */
  @FunctionalInterface
  public interface Filling {
    /** Writes the content at {@code temporary}. */
    void fill(Path temporary) throws IOException;
  }

  /**
   * Writes a file.
   *
   * @throws StorageException if it cannot be written; nothing is left at {@code target}
   */
  public static void writeFile(Path target, Filling filling) {
    write(target, filling);
  }

  /** Writes bytes as a file; see {@link #writeFile(Path, Filling)}. */
  public static void writeFile(Path target, byte[] content) {
    write(target, temporary -> Files.write(temporary, content));
  }

  private static void write(Path target, Filling filling) {
    Path parent = target.toAbsolutePath().getParent();
    if (parent == null) {
      throw new StorageException(target + " names no file");
    }
    Path temporary = parent.resolve(TEMPORARY_PREFIX + UUID.randomUUID());
    try {
      Files.createDirectories(parent);
      filling.fill(temporary);
      moveIntoPlace(temporary, target);
    } catch (IOException e) {
      deleteQuietly(temporary);
      throw new StorageException(
          "cannot write " + target + " (" + reason(e) + "): check free space and permissions", e);
    }
  }

  /** Moves a complete temporary file or folder to its final name, in one step where possible. */
  public static void moveIntoPlace(Path temporary, Path target) throws IOException {
    Files.move(
        temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Makes the disk itself hold the content of a file, so that a power loss cannot undo it. */
  public static void force(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  /** Makes the disk itself hold the names in a folder, on systems that can be asked to. */
  public static void forceFolder(Path folder) throws IOException {
    FileChannel channel;
    try {
      channel = FileChannel.open(folder, StandardOpenOption.READ);
    } catch (IOException cannotOpenFolders) {
      return;
    }
    try (channel) {
      channel.force(true);
    }
  }

  /** Deletes a file or a folder with all it holds; what is absent is no error. */
  public static void deleteTree(Path root) throws IOException {
    if (!Files.exists(root)) {
      return;
    }
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure)
              throws IOException {
            if (failure != null) {
              throw failure;
            }
            Files.delete(folder);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  /** Says why an input or output failed, also where the exception carries only a path. */
  public static String reason(IOException e) {
    String message = e.getMessage();
    String kind = e.getClass().getSimpleName();
    return message == null ? kind : kind + ": " + message;
  }

  private static void deleteQuietly(Path temporary) {
    try {
      deleteTree(temporary);
    } catch (IOException ignored) {
      // The first failure is the one to report; names with the temporary prefix are never read.
    }
  }
}
