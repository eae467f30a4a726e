package org.facerepro.suite;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.facerepro.cli.Progresses;
import org.facerepro.core.Progress;
import org.facerepro.experiment.ArtifactStore;
import org.facerepro.experiment.Scale;
import org.facerepro.experiment.Workspace;
import org.facerepro.nn.Compute;
import org.jspecify.annotations.Nullable;

/**
 * What the build tells the suites: {@code -Dscale=sample}, {@code -Drequire.all=true}, {@code
 * FACEREPRO_DATA}.
 */
record SuiteSettings(
    Path home, Path store, Path out, Set<Scale> scales, @Nullable Path data, boolean requireAll) {

  static SuiteSettings fromBuild() {
    Optional<Path> data =
        Optional.ofNullable(System.getenv("FACEREPRO_DATA"))
            .filter(s -> !s.isEmpty())
            .map(Path::of);
    Set<Scale> scales = EnumSet.of(Scale.EMBEDDED);
    String asked = System.getProperty("facerepro.scale", "");
    if (!asked.isEmpty()) {
      scales.add(Scale.of(asked));
    } else if (data.isPresent()) {
      scales.add(Scale.SAMPLE);
    }
    Path home = Path.of(System.getProperty("facerepro.home", ""));
    return new SuiteSettings(
        home,
        Path.of(System.getProperty("facerepro.store", "target/suite-store")),
        Path.of(System.getProperty("facerepro.out", "target/suite-results")),
        scales,
        data.orElse(null),
        Boolean.getBoolean("facerepro.requireAll"));
  }

  Workspace workspace() {
    return new Workspace(home, new ArtifactStore(store), data, Compute.of("auto"), progress());
  }

  private static Progress progress() {
    return Progresses.lines(System.err, InstantSource.system());
  }
}
