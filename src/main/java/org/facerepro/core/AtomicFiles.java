package org.facerepro.core;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.OpenOption;
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

  /** Work that fills a temporary file. */
  @FunctionalInterface
  public interface Filling {
    /** Writes the content at {@code temporary}. */
    void fill(Path temporary) throws IOException;
  }

  /**
   * Writes a file. On return its content and its name are on the disk, so that a power loss leaves
   * the old content or the new one; that costs a wait for the disk, some milliseconds a file.
   *
   * @throws StorageException if it cannot be written; the old content or the new one is there
   */
  public static void writeFile(Path target, Filling filling) {
    write(target, filling, true);
  }

  /** Writes bytes as a file; see {@link #writeFile(Path, Filling)}. */
  public static void writeFile(Path target, byte[] content) {
    writeFile(target, temporary -> Files.write(temporary, content));
  }

  /**
   * Writes bytes as a file without waiting for the disk: whole or absent when the program is
   * killed, but perhaps empty after a power loss. For files by the thousand that the same command
   * writes again.
   *
   * @throws StorageException if it cannot be written; what was at {@code target} stays
   */
  public static void writeUnforced(Path target, byte[] content) {
    write(target, temporary -> Files.write(temporary, content), false);
  }

  private static void write(Path target, Filling filling, boolean forced) {
    Path parent = target.toAbsolutePath().getParent();
    if (parent == null) {
      throw new StorageException(target + " names no file");
    }
    Path temporary = parent.resolve(TEMPORARY_PREFIX + UUID.randomUUID());
    try {
      Path known = existing(parent);
      Files.createDirectories(parent);
      filling.fill(temporary);
      if (forced) {
        force(temporary);
      }
      moveIntoPlace(temporary, target);
      if (forced) {
        forceNames(parent, known);
      }
    } catch (IOException e) {
      deleteQuietly(temporary);
      throw new StorageException(
          "cannot write " + target + " (" + reason(e) + "): check free space and permissions", e);
    }
  }

  /** Returns the folder itself or the nearest one above it that is there already. */
  private static Path existing(Path folder) {
    Path at = folder;
    while (!Files.exists(at) && at.getParent() != null) {
      at = at.getParent();
    }
    return at;
  }

  /** Forces a folder and those above it that were made for it: each keeps the name of the next. */
  private static void forceNames(Path folder, Path known) throws IOException {
    Path at = folder;
    forceFolder(at);
    while (!at.equals(known) && at.getParent() != null) {
      at = at.getParent();
      forceFolder(at);
    }
  }

  /** Moves a complete temporary file or folder to its final name, in one step where possible. */
  public static void moveIntoPlace(Path temporary, Path target) throws IOException {
    Files.move(
        temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Makes the disk itself hold the content of a file, so that a power loss cannot undo it. */
  public static void force(Path file) throws IOException {
    // Some systems force only what is open for writing, and a copy may be read-only.
    force(file, Files.isWritable(file) ? StandardOpenOption.WRITE : StandardOpenOption.READ);
  }

  /** Makes the disk itself hold the names in a folder, on systems that can be asked to. */
  public static void forceFolder(Path folder) throws IOException {
    try {
      FileChannel.open(folder, StandardOpenOption.READ).close();
    } catch (IOException cannotOpenFolders) {
      return;
    }
    force(folder, StandardOpenOption.READ);
  }

  /** An interruption closes a channel; it must not make a written file a failed one. */
  private static void force(Path path, OpenOption access) throws IOException {
    boolean interrupted = Thread.interrupted();
    try {
      boolean done = false;
      while (!done) {
        try (FileChannel channel = FileChannel.open(path, access)) {
          channel.force(true);
          done = true;
        } catch (ClosedByInterruptException e) {
          interrupted |= Thread.interrupted();
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
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
