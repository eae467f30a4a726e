package org.facerepro.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.facerepro.experiment.RunResult;
import org.facerepro.experiment.StoredScores;

/** Which entries an archive has for each stage that ran. */
final class StageEntries {
  static final String VERIFY = "verify";
  static final String EMBED = "embed";
  static final String GENERATE = "generate";
  static final String TRAIN = "train";
  static final String METRICS = "metrics.json";
  static final String FAILURES = "failures.json";
  static final String CROPS = "crops.json";

  private static final String DATA = "data/";
  private static final String CURVES = "curves/";

  /** What is kept of each kind of stage; of a verify stage, the whole payload. */
  private static final Map<String, List<String>> KEPT =
      Map.of(
          VERIFY, verifyFiles(),
          TRAIN, List.of("train.json", "model.json", "curves.svg"),
          EMBED, List.of(CROPS));

  private StageEntries() {}

  private static List<String> verifyFiles() {
    List<String> files = new ArrayList<>(StoredScores.FILES);
    files.add(METRICS);
    files.add(FAILURES);
    return List.copyOf(files);
  }

  /** Returns the files that are kept of a stage of some kind that ran. */
  static List<String> kept(String kind) {
    return KEPT.getOrDefault(kind, List.of());
  }

  static String name(String kind, String stage, String file) {
    return kind + "/" + stage + "/" + file;
  }

  /** Returns the entry that says what the data of a stage are. */
  static String card(String stage) {
    return DATA + stage + ".json";
  }

  static boolean hasCard(String kind) {
    return kind.equals(GENERATE) || kind.equals(EMBED);
  }

  /** Returns the entry with the ROC of a verify stage. */
  static String curve(String stage) {
    return CURVES + stage + ".csv";
  }

  /** Returns the entries of all stages that ran. */
  static List<String> expected(RunResult result) {
    List<String> expected = new ArrayList<>();
    for (RunResult.StageRecord stage : result.stages()) {
      if (stage.notRun() != null) {
        continue;
      }
      kept(stage.kind()).forEach(file -> expected.add(name(stage.kind(), stage.name(), file)));
      if (hasCard(stage.kind())) {
        expected.add(card(stage.name()));
      }
      if (stage.kind().equals(VERIFY)) {
        expected.add(curve(stage.name()));
      }
    }
    return expected;
  }

  /** Returns whether an entry can only be of a stage. */
  static boolean isOfAStage(String entry) {
    return entry.startsWith(DATA)
        || entry.startsWith(CURVES)
        || KEPT.keySet().stream().anyMatch(kind -> entry.startsWith(kind + "/"));
  }
}
