package org.facerepro.report;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.facerepro.experiment.UnfinishedWork;
import org.facerepro.experiment.store.StoreCheck;
import org.facerepro.experiment.store.StoreCleaning;
import org.facerepro.experiment.store.StoreListing;
import org.facerepro.experiment.store.StoredArtifact;

/** What there is to say of a store, as text. */
public final class StoreText {
  private static final int SHORT_KEY = 12;
  private static final int TO_SECONDS = 19;

  private StoreText() {}

  /** Returns a table of the artifacts, one of unfinished work, and sums by kind. */
  public static String of(StoreListing listing) {
    StringBuilder text = new StringBuilder(table(listing.artifacts()).toString());
    if (!listing.unfinished().isEmpty()) {
      text.append('\n').append(unfinished(listing.unfinished()));
    }
    Map<String, Long> kinds = new TreeMap<>();
    listing.artifacts().forEach(a -> kinds.merge(a.kind(), a.bytes(), Long::sum));
    text.append('\n').append(listing.store()).append(": ");
    text.append(listing.artifacts().size()).append(" artifacts, ");
    text.append(Amount.bytes(listing.bytes()));
    kinds.forEach(
        (kind, bytes) -> text.append("; ").append(kind).append(' ').append(Amount.bytes(bytes)));
    return text.append('\n').toString();
  }

  private static TextTable table(List<StoredArtifact> artifacts) {
    TextTable table = new TextTable("kind", "artifact", "files", "size", "took", "used");
    for (StoredArtifact artifact : artifacts) {
      Double seconds = artifact.seconds();
      table.row(
          artifact.kind(),
          shortened(artifact.key()),
          Integer.toString(artifact.files()),
          Amount.bytes(artifact.bytes()),
          seconds == null ? "unreadable" : Amount.seconds(seconds),
          toSeconds(artifact.used()));
    }
    return table;
  }

  private static TextTable unfinished(List<UnfinishedWork> works) {
    TextTable table = new TextTable("unfinished", "artifact", "size", "state", "touched");
    for (UnfinishedWork work : works) {
      table.row(
          work.kind(),
          shortened(work.key()),
          Amount.bytes(work.bytes()),
          work.running() ? "running" : "left",
          toSeconds(work.used()));
    }
    return table;
  }

  /** Returns the damage, and how much was looked at. */
  public static String of(StoreCheck check) {
    StringBuilder text = new StringBuilder();
    for (StoreCheck.Damage damage : check.damage()) {
      text.append(damage.kind()).append('/').append(damage.key()).append(": ");
      text.append(damage.problem()).append('\n');
    }
    return text.append(check.store())
        .append(check.sound() ? ": sound" : ": DAMAGED")
        .append(
            " (%d artifacts, %d files, %s hashed)%n"
                .formatted(check.artifacts(), check.files(), Amount.bytes(check.bytes())))
        .append(check.sound() ? "" : "damaged artifacts are made again by the next run\n")
        .toString();
  }

  /** Returns what went, or would go. */
  public static String of(StoreCleaning cleaning) {
    String table = cleaning.removed().isEmpty() ? "" : table(cleaning.removed()) + "\n";
    return table
        + "%s: %s %d artifacts, %s; %d stay%n"
            .formatted(
                cleaning.store(),
                cleaning.dryRun() ? "would remove" : "removed",
                cleaning.removed().size(),
                Amount.bytes(cleaning.bytes()),
                cleaning.kept());
  }

  private static String shortened(String key) {
    return key.length() > SHORT_KEY ? key.substring(0, SHORT_KEY) : key;
  }

  private static String toSeconds(String instant) {
    return instant.length() > TO_SECONDS ? instant.substring(0, TO_SECONDS) + "Z" : instant;
  }
}
