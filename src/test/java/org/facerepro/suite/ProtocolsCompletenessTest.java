package org.facerepro.suite;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.facerepro.experiment.ExperimentSpec;
import org.facerepro.experiment.Scale;
import org.facerepro.experiment.Stage;
import org.facerepro.protocol.Measurement;
import org.facerepro.protocol.ProtocolDeclaration;
import org.facerepro.protocol.ProtocolReference;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Looks at protocols: each is run from files to a verdict by an experiment of the fixtures. */
class ProtocolsCompletenessTest {
  private static final Path HOME = SuiteSettings.fromBuild().home();
  private static final String PACKED = "packed as agedb-30-bin is, and read by the same reader";
  private static final String PHOTOGRAPHED =
      "photographed by a stage of the experiments on Kortylewski and others";

  /** Protocols that no experiment of the fixtures runs, and why; each has tests of its reader. */
  private static final Map<String, String> EXCEPTIONS =
      Map.ofEntries(
          entry("lfw-bin", PACKED),
          entry("calfw-bin", PACKED),
          entry("cplfw-bin", PACKED),
          entry("cfp-ff-bin", PACKED),
          entry("cfp-fp-bin", PACKED),
          entry("london", "it has no stand-in: its people are told by the names of its files"),
          entry("multipie-rendered", PHOTOGRAPHED),
          entry("multipie-rendered-grid", PHOTOGRAPHED));

  private static final Set<String> RUN = new TreeSet<>();

  @BeforeAll
  static void collect() throws IOException {
    for (Path spec : ExperimentArguments.specifications(HOME.resolve("fixtures/experiments"))) {
      if (!spec.endsWith("missing-set.yaml")) {
        ExperimentSpec.read(spec, Scale.EMBEDDED).stages().values().stream()
            .filter(Stage.Embed.class::isInstance)
            .map(stage -> ProtocolReference.parse(((Stage.Embed) stage).protocol()).id())
            .forEach(RUN::add);
      }
    }
  }

  @Test
  void everyProtocolThatAStageMeasures_isRunByAnExperimentOrSaysWhyNot() throws IOException {
    assertThat(measured())
        .filteredOn(protocol -> !EXCEPTIONS.containsKey(protocol))
        .isNotEmpty()
        .isSubsetOf(RUN);
  }

  @Test
  void everyException_isAProtocolThatNoExperimentRuns() throws IOException {
    assertThat(measured()).containsAll(EXCEPTIONS.keySet());
    assertThat(RUN).doesNotContainAnyElementsOf(EXCEPTIONS.keySet());
  }

  /** Pictures compared all with all are measured by {@code evaluate} alone. */
  @Test
  void protocolsThatNoKindOfStageMeasures_areThoseOfAllWithAll() throws IOException {
    assertThat(declared())
        .filteredOn(each -> !isMeasured(each))
        .extracting(ProtocolDeclaration::id)
        .allMatch(id -> id.equals("rb-webface") || id.startsWith("multipie-bob-"));
  }

  private static List<String> measured() throws IOException {
    return declared().stream()
        .filter(ProtocolsCompletenessTest::isMeasured)
        .map(ProtocolDeclaration::id)
        .toList();
  }

  private static boolean isMeasured(ProtocolDeclaration declaration) {
    return !declaration.measurements().equals(List.of(Measurement.ALL_WITH_ALL));
  }

  private static List<ProtocolDeclaration> declared() throws IOException {
    try (Stream<Path> files = Files.list(HOME.resolve("protocols"))) {
      return files
          .filter(file -> file.toString().endsWith(".yaml"))
          .sorted()
          .map(ProtocolDeclaration::read)
          .toList();
    }
  }
}
