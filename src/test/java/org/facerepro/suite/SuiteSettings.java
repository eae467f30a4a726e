package org.facerepro.suite;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.facerepro.cli.Main;
import org.facerepro.cli.Progresses;
import org.facerepro.core.Progress;
import org.facerepro.experiment.ArtifactStore;
import org.facerepro.experiment.Workspace;
import org.facerepro.experiment.helper.Errand;
import org.facerepro.experiment.helper.HelperProcesses;
import org.facerepro.experiment.helper.MachineParts;
import org.facerepro.nn.Compute;
import org.jspecify.annotations.Nullable;

/**
 * What the build tells the suites.
 *
 * @param home the project
 * @param store artifact store of all suites
 * @param out folder for archives, reports and lists of what did not pass
 * @param data {@code FACEREPRO_DATA}, the folder with real data
 * @param requireAll {@code -Drequire.all=true}: what cannot run fails
 * @param strict {@code -Dfacerepro.strict=true}: drift fails
 * @param jobs {@code -Dsuite.jobs=N}: processes that share an experiment on the CPU
 */
record SuiteSettings(
    Path home,
    Path store,
    Path out,
    @Nullable Path data,
    boolean requireAll,
    boolean strict,
    int jobs) {

  static SuiteSettings fromBuild() {
    Optional<Path> data =
        Optional.ofNullable(System.getenv("FACEREPRO_DATA"))
            .filter(s -> !s.isEmpty())
            .map(Path::of);
    return new SuiteSettings(
        Path.of(System.getProperty("facerepro.home", "")),
        Path.of(System.getProperty("facerepro.store", "target/suite-store")),
        Path.of(System.getProperty("facerepro.out", "target/suite-results")),
        data.orElse(null),
        Boolean.getBoolean("facerepro.requireAll"),
        Boolean.getBoolean("facerepro.strict"),
        Integer.getInteger("facerepro.jobs", 1));
  }

  /** Returns the same without a folder of real data. */
  SuiteSettings withoutData() {
    return new SuiteSettings(home, store, out, null, requireAll, strict, jobs);
  }

  Workspace workspace(ExperimentCase each) {
    Path root = each.data().isEmpty() ? data : home.resolve(each.data());
    return new Workspace(
        home,
        new ArtifactStore(store),
        root,
        Compute.of(parts(each).device(each.device())),
        progress());
  }

  /** Returns who help with a case in its workspace. */
  HelperProcesses helpers(ExperimentCase each, Workspace workspace) {
    MachineParts parts = parts(each);
    Errand errand =
        new Errand(
            home,
            List.of(each.spec().toString()),
            each.scale(),
            each.seeds(),
            store,
            workspace.dataRoot(),
            parts.device(each.device()),
            false);
    return new HelperProcesses(parts, errand, Main.class, System.err);
  }

  private MachineParts parts(ExperimentCase each) {
    return MachineParts.of(jobs(each));
  }

  /** Returns how many processes share a case: what needs a GPU is not shared. */
  int jobs(ExperimentCase each) {
    return each.device().startsWith("gpu") ? 1 : jobs;
  }

  private static Progress progress() {
    return Progresses.lines(System.err, InstantSource.system());
  }
}
