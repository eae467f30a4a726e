package org.facerepro.report.nightly;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.facerepro.core.AtomicFiles;
import org.facerepro.core.Json;
import org.facerepro.core.StorageException;
import org.jspecify.annotations.Nullable;

/**
 * The night that is being worked on. What makes its folder a complete night is the file that is
 * written last, so a killed one never looks like one; the next night takes its store over and goes
 * on where it stopped.
 *
 * <p>The lock belongs to the process and goes with it, however it ends.
 */
public final class NightWork implements AutoCloseable {
  private static final String LOCK = ".lock";
  private static final String STORE = ".store";
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Nights nights;
  private final FileChannel lock;
  private final String id;

  private NightWork(Nights nights, FileChannel lock, String id) {
    this.nights = nights;
    this.lock = lock;
    this.id = id;
  }

  /**
   * Begins a night, or goes on with a killed one.
   *
   * @throws StorageException if another process is at work there, or nothing can be written
   */
  public static NightWork begin(Nights nights, Instant now) {
    try {
      Files.createDirectories(nights.root());
      FileChannel lock = lock(nights.root().resolve(LOCK));
      try {
        NightWork work = new NightWork(nights, lock, name(nights, STAMP.format(now)));
        work.takeOver();
        return work;
      } catch (IOException | RuntimeException e) {
        lock.close();
        throw e;
      }
    } catch (IOException e) {
      throw failed("cannot begin a night in " + nights.root(), e);
    }
  }

  private static FileChannel lock(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (held(channel) == null) {
      channel.close();
      throw new StorageException(
          "another nightly run is at work in "
              + file.getParent()
              + ": wait for its end, or name another folder with --results");
    }
    return channel;
  }

  private static @Nullable FileLock held(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  /** A second night of the same second gets a name behind the first. */
  private static String name(Nights nights, String stamp) {
    String name = stamp;
    for (int n = 2; Files.exists(nights.root().resolve(name)); n++) {
      name = "%s-%03d".formatted(stamp, n);
    }
    return name;
  }

  /** Takes the store of a killed night and deletes the rest of it. */
  private void takeOver() throws IOException {
    List<Path> earlier = nights.all();
    Files.createDirectories(folder());
    for (Path night : earlier) {
      Path store = night.resolve(STORE);
      if (Nights.isComplete(night)) {
        AtomicFiles.deleteTree(store);
      } else {
        if (Files.exists(store) && !Files.exists(store())) {
          AtomicFiles.moveIntoPlace(store, store());
        }
        AtomicFiles.deleteTree(night);
      }
    }
  }

  /** Returns the name of the night. */
  public String id() {
    return id;
  }

  /** Returns the folder that runs are published to. */
  public Path folder() {
    return nights.root().resolve(id);
  }

  /** Returns the store of this night alone: work of complete nights is done again. */
  public Path store() {
    return folder().resolve(STORE);
  }

  /** Makes the night a complete one; the store goes. */
  public void complete(Night night) {
    AtomicFiles.writeFile(folder().resolve(Nights.ALARMS), Json.pretty(night.alarmsAlone()));
    AtomicFiles.writeFile(folder().resolve(Nights.NIGHT), Json.pretty(night));
    try {
      AtomicFiles.deleteTree(store());
    } catch (IOException e) {
      throw failed("cannot delete the store of the night " + folder(), e);
    }
  }

  /**
   * Deletes old nights, see {@link Nights#old}; one whose deletion is interrupted counts as killed.
   */
  public void keep(int newest) {
    try {
      for (Path night : nights.old(newest)) {
        Files.delete(night.resolve(Nights.NIGHT));
        AtomicFiles.deleteTree(night);
      }
    } catch (IOException e) {
      throw failed("cannot delete old nights in " + nights.root(), e);
    }
  }

  private static StorageException failed(String what, IOException e) {
    return new StorageException(
        what + " (" + AtomicFiles.reason(e) + "): check free space and permissions", e);
  }

  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException e) {
      throw failed("cannot give the lock of " + nights.root() + " back", e);
    }
  }
}
