package org.facerepro.suite;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import org.facerepro.cli.Progresses;
import org.facerepro.core.Progress;
import org.facerepro.experiment.ArtifactStore;
import org.facerepro.experiment.Workspace;
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
 */
record SuiteSettings(
    Path home, Path store, Path out, @Nullable Path data, boolean requireAll, boolean strict) {

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
        Boolean.getBoolean("facerepro.strict"));
  }

  /** Returns the same without a folder of real data. */
  SuiteSettings withoutData() {
    return new SuiteSettings(home, store, out, null, requireAll, strict);
  }

  Workspace workspace(ExperimentCase each) {
    Path root = each.data().isEmpty() ? data : home.resolve(each.data());
    return new Workspace(
        home, new ArtifactStore(store), root, Compute.of(each.device()), progress());
  }

  private static Progress progress() {
    return Progresses.lines(System.err, InstantSource.system());
  }
}
