package org.facerepro.protocol.convert;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.facerepro.core.CorruptDataException;
import org.facerepro.core.DataUnavailableException;
import org.facerepro.core.Listing;
import org.facerepro.core.Progress;
import org.facerepro.data.ImageTree;
import org.jspecify.annotations.Nullable;

/** Reads pictures from a source, prepares them and keeps them, or why they cannot be. */
final class Gathering implements ImageTree.Visitor {
  private static final int SHOWN = 20;

  private final Preparation preparation;
  private final @Nullable PictureSpool spool;
  private final Progress.Task task;
  private final Map<String, String> failures = new TreeMap<>();

  private Gathering(Preparation preparation, @Nullable PictureSpool spool, Progress.Task task) {
    this.preparation = preparation;
    this.spool = spool;
    this.task = task;
  }

  /**
   * Reads pictures.
   *
   * @param spool where they go, nowhere if they are looked at only
   * @return which failed, with the reason
   */
  static Map<String, String> of(
      PictureSource source,
      Collection<String> names,
      Preparation preparation,
      @Nullable PictureSpool spool,
      Progress progress) {
    try (Progress.Task task =
        progress.start(spool == null ? "check" : "read", names.size(), "pictures")) {
      Gathering gathering = new Gathering(preparation, spool, task);
      source.read(names, gathering);
      return gathering.failures;
    }
  }

  /**
   * Refuses failures.
   *
   * @throws DataUnavailableException if there are any, naming them
   */
  static void requireNone(Map<String, String> failures) {
    if (failures.isEmpty()) {
      return;
    }
    String named = Listing.reasons(SHOWN, failures);
    throw new DataUnavailableException(
        "%d pictures are broken or missing; --skip-broken leaves them out, counted:%s%s"
            .formatted(failures.size(), named, failures.size() > SHOWN ? "%n  …".formatted() : ""));
  }

  @Override
  public void file(String name, byte[] content) {
    try {
      Prepared picture = preparation.prepare(name, content);
      if (spool != null) {
        spool.add(name, picture);
      }
    } catch (CorruptDataException e) {
      failures.put(name, String.valueOf(e.getMessage()));
    }
    task.advance(1);
  }

  @Override
  public void missing(String name) {
    failed(name, "there is no such picture");
  }

  @Override
  public void failed(String name, String reason) {
    failures.put(name, reason);
    task.advance(1);
  }
}
