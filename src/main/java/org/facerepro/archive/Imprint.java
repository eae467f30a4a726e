package org.facerepro.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.facerepro.core.AtomicFiles;
import org.facerepro.core.Require;
import org.facerepro.core.StorageException;
import org.facerepro.experiment.CompletedRun;
import org.jspecify.annotations.Nullable;

/**
 * Who stands for an archive, since when, and under which terms.
 *
 * @param author name of the people or the group
 * @param authorUrl their page or ORCID; absent if not told
 * @param licence address of the terms for everything in the archive
 * @param published the day, ISO 8601
 */
public record Imprint(
    String author, @Nullable String authorUrl, String licence, LocalDate published) {
  /** The author of an archive that nobody has put a name to. */
  public static final String NOBODY = "not named";

  /** The terms where none are chosen: free for every use that names the author. */
  public static final String LICENCE = "https://creativecommons.org/licenses/by/4.0/";

  private static final String EPOCH = "SOURCE_DATE_EPOCH";

  public Imprint {
    Require.text("author", author);
    Require.that(isAddress(licence), "licence", "an address that starts with https://", licence);
    Require.that(
        authorUrl == null || isAddress(authorUrl),
        "author's page",
        "an address that starts with https://",
        String.valueOf(authorUrl));
  }

  static boolean isAddress(String text) {
    return text.matches("https?://\\S+");
  }

  /**
   * Makes an imprint dated on the day (UTC) on which the last stage of a run was finished, so that
   * packing the same run again gives the same bytes.
   *
   * @param environment variables of the process; {@code SOURCE_DATE_EPOCH}, seconds since 1970 as
   *     agreed among reproducible builds, sets the day
   */
  public static Imprint of(
      String author,
      @Nullable String authorUrl,
      String licence,
      CompletedRun run,
      Map<String, String> environment) {
    String pinned = environment.get(EPOCH);
    Instant at = pinned == null ? lastFinished(run) : Instant.ofEpochSecond(seconds(pinned));
    return new Imprint(author, authorUrl, licence, LocalDate.ofInstant(at, ZoneOffset.UTC));
  }

  /** Makes the imprint of a run that nobody has put a name to. */
  public static Imprint unnamed(CompletedRun run) {
    return of(NOBODY, null, LICENCE, run, System.getenv());
  }

  private static long seconds(String text) {
    Require.that(text.matches("[0-9]{1,11}"), EPOCH, "seconds since 1970", text);
    return Long.parseLong(text);
  }

  private static Instant lastFinished(CompletedRun run) {
    Instant last = Instant.EPOCH;
    for (Path folder : run.folders().values()) {
      try {
        Instant each = Files.getLastModifiedTime(ResolvedPlan.note(folder)).toInstant();
        last = each.isAfter(last) ? each : last;
      } catch (IOException e) {
        throw new StorageException(
            "cannot read " + folder + " for the archive (" + AtomicFiles.reason(e) + ")", e);
      }
    }
    return last;
  }
}
