package org.facerepro.protocol.multipie;

import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.facerepro.protocol.Options;

/**
 * Which parts a setting measures apart, told from the images that there are, without their files.
 */
public final class SettingParts {
  /** More than any setting trains on, so that whom it tests is left. */
  private static final int FIRST_TESTED = 201;

  private static final int LAST_TESTED = FIRST_TESTED + 1;
  private static final List<Integer> SHOTS = IntStream.range(0, PieImage.SHOTS).boxed().toList();

  private SettingParts() {}

  /**
   * Returns the names of the parts of a search, the whole aside.
   *
   * @param options of a protocol on Multi-PIE that is a setting
   * @param images all that there are
   */
  public static List<String> of(Options options, Collection<PieImage> images) {
    MultiPieOptions chosen = new MultiPieOptions(options);
    SettingOptions setting = chosen.ofSetting();
    PieDatabase database = new PieDatabase(PieTree.holding(images), null);
    SettingLists lists = SettingLists.of(chosen.setting().orElseThrow(), setting, database);
    return List.copyOf(lists.apart(setting).keySet());
  }

  /** Returns the names of the parts over the whole database. */
  static List<String> of(Options options) {
    List<PieSelection.Take> takes = PieSetting.KORTYLEWSKI.takes(false);
    PieSelection one = new PieSelection(takes, List.of(Camera.C05_1), List.of(0));
    PieSelection all = new PieSelection(takes, List.of(Camera.values()), SHOTS);
    return of(
        options,
        IntStream.rangeClosed(1, LAST_TESTED)
            .boxed()
            .flatMap(subject -> (subject < FIRST_TESTED ? one : all).of(subject).stream())
            .toList());
  }
}
