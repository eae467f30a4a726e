package org.facerepro.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.facerepro.core.EnumNames;
import org.facerepro.core.SpecException;
import org.facerepro.core.StrictYaml;
import org.facerepro.experiment.ExperimentSpec;
import org.facerepro.experiment.Scale;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.ParameterDeclarations;

/** Lists the cases of an {@link ExperimentSource}. */
final class ExperimentArguments implements ArgumentsProvider {
  private static final String YAML = ".yaml";

  @Override
  public Stream<Arguments> provideArguments(
      ParameterDeclarations parameters, ExtensionContext context) throws IOException {
    ExperimentSource source = context.getRequiredTestMethod().getAnnotation(ExperimentSource.class);
    return cases(source, SuiteSettings.fromBuild().home()).stream()
        .map(each -> Arguments.of(Named.of(each.toString(), each)));
  }

  /**
   * Returns the cases by id and seed.
   *
   * @throws SpecException if there are none, or an id is unknown
   */
  static List<ExperimentCase> cases(ExperimentSource source, Path home) throws IOException {
    List<Path> chosen =
        specifications(home.resolve(source.folder())).stream()
            .filter(file -> chooses(source, file))
            .toList();
    if (chosen.isEmpty() || chosen.size() < source.ids().length) {
      throw new SpecException(
          "no experiments to run: %s has not all of ids %s, tag '%s' at scale %s"
              .formatted(
                  source.folder(),
                  Arrays.toString(source.ids()),
                  source.tag(),
                  EnumNames.of(source.scale())));
    }
    return chosen.stream().flatMap(file -> seeds(source, file)).toList();
  }

  /** Returns the specifications below a folder, sorted. */
  static List<Path> specifications(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(YAML)).sorted().toList();
    }
  }

  private static boolean chooses(ExperimentSource source, Path file) {
    if (source.tag().isEmpty()) {
      return List.of(source.ids()).contains(id(file));
    }
    return declares(file, source.scale())
        && ExperimentSpec.read(file, source.scale()).tags().contains(source.tag());
  }

  private static String id(Path file) {
    return String.valueOf(file.getFileName()).replace(YAML, "");
  }

  /** Tells whether a specification can run at a scale. */
  static boolean declares(Path file, Scale scale) {
    return scale == Scale.EMBEDDED
        || StrictYaml.read(file).keys("scales").contains(EnumNames.of(scale));
  }

  /** Every seed is a case, and all together are one more: a trial says more than its runs. */
  private static Stream<ExperimentCase> seeds(ExperimentSource source, Path file) {
    List<Long> seeds = ExperimentSpec.read(file, source.scale()).seeds();
    return Stream.concat(
        seeds.stream().map(seed -> each(source, file, List.of(seed), false)),
        Stream.of(each(source, file, seeds, true)));
  }

  private static ExperimentCase each(
      ExperimentSource source, Path file, List<Long> seeds, boolean trial) {
    String data = source.data().replace(ExperimentSource.EXPERIMENT, id(file));
    return new ExperimentCase(file, source.scale(), seeds, trial, data, source.device());
  }
}
