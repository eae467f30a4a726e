package org.facerepro.archive;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.facerepro.experiment.MeasuringKinds;
import org.facerepro.experiment.Publication;
import org.facerepro.experiment.RunResult;
import org.facerepro.experiment.StoredParts;
import org.facerepro.experiment.StoredScores;
import org.facerepro.train.ModelFacts;
import org.jspecify.annotations.Nullable;

/** Which entries an archive has for each stage that ran. */
final class StageEntries {
  static final String VERIFY = "verify";
  static final String VERIFY_GROUPS = "verify-groups";
  static final String MULTI_PIE = "multi-pie";
  static final String EMBED = "embed";
  static final String GENERATE = "generate";
  static final String COLLECT = "collect";
  static final String TRAIN = "train";
  static final String ENSEMBLE = "ensemble";
  static final String RENORMALISE = "renormalise";
  static final String METRICS = "metrics.json";
  static final String FAILURES = "failures.json";
  static final String CROPS = "crops.json";

  private static final Set<String> WITH_CARD = Set.of(GENERATE, COLLECT, MULTI_PIE, EMBED);
  private static final String MODELS = "models/";
  private static final String DATA = "data/";
  private static final String CURVES = "curves/";

  /** What is kept of each kind of stage; of one that measures, the whole payload. */
  private static final Map<String, List<String>> KEPT = allKept();

  private StageEntries() {}

  private static Map<String, List<String>> allKept() {
    Map<String, List<String>> kept = new HashMap<>();
    kept.put(TRAIN, List.of("train.json", ModelFacts.FILE, "curves.svg"));
    kept.put(ENSEMBLE, List.of(ModelFacts.FILE));
    kept.put(RENORMALISE, List.of(ModelFacts.FILE));
    kept.put(EMBED, List.of(CROPS));
    MeasuringKinds.all().forEach(kind -> kept.put(kind, measured(kind)));
    return Map.copyOf(kept);
  }

  private static List<String> measured(String kind) {
    List<String> files =
        new ArrayList<>(hasParts(kind) ? StoredParts.arrays(kind) : StoredScores.FILES);
    files.add(METRICS);
    files.add(FAILURES);
    return List.copyOf(files);
  }

  /** Returns the files that are kept of a stage of some kind that ran. */
  static List<String> kept(String kind) {
    return KEPT.getOrDefault(kind, List.of());
  }

  /** Returns the files that are kept of a stage that ran, given which model is published. */
  static List<String> kept(RunResult.StageRecord stage, @Nullable Publication publishes) {
    List<String> kept = new ArrayList<>(kept(stage.kind()));
    if (publishes(publishes, stage)) {
      kept.add(ModelFacts.WEIGHTS_FILE);
    }
    return kept;
  }

  private static boolean publishes(@Nullable Publication publishes, RunResult.StageRecord stage) {
    return publishes != null && publishes.model().equals(stage.name());
  }

  /** Returns the entry beside another of the same stage. */
  static String beside(String entry, String file) {
    return entry.substring(0, entry.lastIndexOf('/') + 1) + file;
  }

  /** Returns the entry that says what a published model is. */
  static String model(String stage) {
    return MODELS + stage + ".json";
  }

  static String name(String kind, String stage, String file) {
    return kind + "/" + stage + "/" + file;
  }

  /** Returns the entry that says what the data of a stage are. */
  static String card(String stage) {
    return DATA + stage + ".json";
  }

  static boolean hasCard(String kind) {
    return WITH_CARD.contains(kind);
  }

  /** Returns whether stages of a kind measure. */
  static boolean measures(String kind) {
    return MeasuringKinds.include(kind);
  }

  /** Returns whether stages of a kind measure a protocol part by part. */
  static boolean hasParts(String kind) {
    return !StoredParts.arrays(kind).isEmpty();
  }

  /** Returns the entry with the ROC of a verify stage. */
  static String curve(String stage) {
    return CURVES + stage + ".csv";
  }

  /** Returns the entries of all stages that ran, given which model is published. */
  static List<String> expected(RunResult result, @Nullable Publication publishes) {
    List<String> expected = new ArrayList<>();
    for (RunResult.StageRecord stage : result.stages()) {
      if (stage.notRun() != null) {
        continue;
      }
      kept(stage, publishes).forEach(file -> expected.add(name(stage.kind(), stage.name(), file)));
      if (publishes(publishes, stage)) {
        expected.add(model(stage.name()));
      }
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
        || entry.startsWith(MODELS)
        || entry.startsWith(CURVES)
        || KEPT.keySet().stream().anyMatch(kind -> entry.startsWith(kind + "/"));
  }
}
