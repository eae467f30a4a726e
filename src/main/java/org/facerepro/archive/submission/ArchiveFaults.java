package org.facerepro.archive.submission;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.facerepro.archive.ArchiveVerification;
import org.facerepro.archive.ArchiveVerifier;
import org.facerepro.archive.DataCard;
import org.facerepro.archive.Imprint;
import org.facerepro.archive.PublishedModel;
import org.facerepro.archive.ResultArchive;
import org.facerepro.archive.StoredArchive;
import org.facerepro.archive.StoredRun;
import org.facerepro.archive.StoredTrial;
import org.facerepro.core.CorruptDataException;
import org.facerepro.core.FaceReproException;
import org.facerepro.core.Json;
import org.facerepro.experiment.Environment;
import org.facerepro.experiment.RunResult;
import org.facerepro.experiment.leakage.LeakageAudit;
import org.facerepro.experiment.leakage.LeakageReport;

/** Looks for everything in one archive for which it cannot be submitted. */
final class ArchiveFaults {
  /** What entries may end in; pictures of people are none of it. */
  private static final Set<String> ENDINGS = Set.of("json", "yaml", "npy", "csv", "svg", "txt");

  private static final String UNKNOWN = "unknown";
  private static final String DIRTY = "-dirty";

  private final String place;
  private final List<Fault> faults = new ArrayList<>();

  private ArchiveFaults(String place) {
    this.place = place;
  }

  /** Returns all faults of an archive; those of its content only where its bytes are sound. */
  static List<Fault> of(String place, Path archive) {
    ArchiveFaults check = new ArchiveFaults(place);
    ArchiveVerification bytes = ArchiveVerifier.verify(archive);
    check.take(Fault.Kind.HASHES, bytes);
    if (bytes.sound()) {
      check.take(Fault.Kind.RECOMPUTATION, ArchiveVerifier.recompute(archive));
      check.content(archive);
    }
    return check.faults;
  }

  private void take(Fault.Kind kind, ArchiveVerification verification) {
    verification.findings().forEach(finding -> add(finding.entry(), kind, finding.problem()));
  }

  private void content(Path archive) {
    try (StoredArchive stored = StoredArchive.open(archive)) {
      if (stored instanceof StoredTrial trial) {
        trial(trial);
      } else if (stored instanceof StoredRun run) {
        content(run);
      }
    } catch (FaceReproException e) {
      add("content", Fault.Kind.FIELDS, String.valueOf(e.getMessage()));
    }
  }

  private void content(StoredRun run) {
    fields(run);
    licences(run);
    leakage(run);
  }

  /** What a run alone must be, each run of a trial must be. */
  private void trial(StoredTrial trial) {
    if (trial.imprint().isEmpty()) {
      add("author", Fault.Kind.FIELDS, "is not named");
    }
    for (StoredRun run : trial.runs()) {
      ArchiveFaults own = new ArchiveFaults(place + ": seed" + run.result().seed());
      own.content(run);
      faults.addAll(own.faults);
    }
  }

  private void fields(StoredRun run) {
    Optional<Imprint> imprint = run.imprint();
    if (imprint.isEmpty() || imprint.get().author().equals(Imprint.NOBODY)) {
      add(
          "author",
          Fault.Kind.FIELDS,
          "is not named: run again with --author (what is in the store is not done again)");
    }
    String revision = run.environment().map(Environment::revision).orElse(UNKNOWN);
    if (revision.equals(UNKNOWN) || revision.endsWith(DIRTY)) {
      add(
          "environment.json",
          Fault.Kind.FIELDS,
          "the revision of the program is '%s': run from a checkout without changed files"
              .formatted(revision));
    }
    Map<String, String> texts = new TreeMap<>();
    texts.put("reproduces", run.result().reproduces());
    texts.put("realData", run.result().realData());
    texts.forEach(
        (name, text) -> {
          if (text.isBlank()) {
            add("result.json", Fault.Kind.FIELDS, name + " is empty: say 'none' where it is none");
          }
        });
  }

  private void licences(StoredRun run) {
    Optional<PublishedModel> model = run.model();
    for (String entry : run.entryHashes().keySet()) {
      if (model.filter(published -> published.weights().equals(entry)).isPresent()) {
        continue;
      }
      if (!ENDINGS.contains(entry.substring(entry.lastIndexOf('.') + 1))) {
        add(
            entry,
            Fault.Kind.LICENCE,
            "is none of %s: archives hold no pictures, and no model but one that 'publishes' names"
                .formatted(sorted()));
      } else if (run.text(entry).filter(text -> text.contains("<image")).isPresent()) {
        add(entry, Fault.Kind.LICENCE, "has a picture in it: archives hold no pictures");
      }
    }
    for (DataCard card : run.data().values()) {
      if (isUnknown(card.licence())) {
        add(
            "data/" + card.stage() + ".json",
            Fault.Kind.LICENCE,
            "the licence of '%s' is unknown".formatted(card.name()));
      }
    }
  }

  private static boolean isUnknown(String licence) {
    return licence.toLowerCase(Locale.ROOT).startsWith(UNKNOWN);
  }

  private static String sorted() {
    return String.join(", ", ENDINGS.stream().sorted().toList());
  }

  private void leakage(StoredRun run) {
    if (run.result().reports().isEmpty()) {
      return;
    }
    Optional<String> text = run.text(ResultArchive.LEAKAGE);
    if (text.isEmpty()) {
      leak("is missing: it must tell what training and test sets share");
      return;
    }
    try {
      byte[] json = text.get().getBytes(StandardCharsets.UTF_8);
      leakage(Json.read(json, LeakageReport.class, ResultArchive.LEAKAGE), run);
    } catch (CorruptDataException e) {
      leak("is no leakage report");
    }
  }

  private void leakage(LeakageReport report, StoredRun run) {
    RunResult result = run.result();
    boolean same =
        report.experiment().equals(result.experiment())
            && report.scale().equals(result.scale())
            && report.seed() == result.seed();
    if (!same) {
      leak("is the report of another run");
    }
    report.pairs().stream()
        .filter(pair -> pair.finding() == LeakageReport.Finding.LEAK)
        .forEach(pair -> leak("says that %s holds what was learnt from".formatted(pair.test())));
    report.notChecked().forEach(each -> leak("was not finished: " + each));
    Map<String, Integer> pictures = new TreeMap<>();
    run.data().forEach((stage, card) -> pictures.put(stage, card.pictures()));
    run.specification()
        .map(spec -> LeakageAudit.problems(spec, report, pictures))
        .ifPresent(problems -> problems.forEach(this::leak));
  }

  private void leak(String problem) {
    add(ResultArchive.LEAKAGE, Fault.Kind.LEAKAGE, problem);
  }

  private void add(String entry, Fault.Kind kind, String problem) {
    faults.add(new Fault(place + ": " + entry, kind, problem));
  }
}
