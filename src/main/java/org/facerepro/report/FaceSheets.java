package org.facerepro.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.facerepro.data.FaceEntry;
import org.facerepro.data.FaceSet;
import org.facerepro.experiment.CompletedRun;
import org.facerepro.experiment.RunResult;
import org.facerepro.image.ContactSheet;
import org.facerepro.image.RgbImage;

/** Contact sheets of the face sets of a run: a row for each of the first subjects. */
final class FaceSheets {
  private static final int ROWS = 8;
  private static final int COLUMNS = 8;
  private static final int GAP = 2;

  private FaceSheets() {}

  /** Returns one sheet for each stage that generated faces. */
  static Map<String, RgbImage> of(CompletedRun run) {
    Map<String, RgbImage> sheets = new LinkedHashMap<>();
    for (RunResult.StageRecord stage : run.result().stages()) {
      if (stage.kind().equals("generate") && stage.key() != null) {
        try (FaceSet faces = FaceSet.open(run.folder(stage.name()))) {
          sheets.put(stage.name(), sheet(faces));
        }
      }
    }
    return sheets;
  }

  private static RgbImage sheet(FaceSet faces) {
    Map<String, List<FaceEntry>> bySubject = new LinkedHashMap<>();
    for (FaceEntry entry : faces.samples()) {
      if (bySubject.size() == ROWS && !bySubject.containsKey(entry.subject())) {
        break;
      }
      bySubject.computeIfAbsent(entry.subject(), id -> new ArrayList<>()).add(entry);
    }
    int samples = bySubject.values().stream().mapToInt(List::size).min().orElse(1);
    int columns = Math.min(COLUMNS, samples);
    List<RgbImage> pictures =
        bySubject.values().stream()
            .flatMap(entries -> entries.stream().limit(columns))
            .map(faces::decode)
            .toList();
    return ContactSheet.of(pictures, columns, GAP);
  }
}
