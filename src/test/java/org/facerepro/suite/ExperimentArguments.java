package org.facerepro.suite;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.facerepro.experiment.ExperimentSpec;
import org.facerepro.experiment.Scale;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.AnnotationConsumer;
import org.junit.jupiter.params.support.ParameterDeclarations;

/** Lists the cases of an {@link ExperimentSource}. */
final class ExperimentArguments implements ArgumentsProvider, AnnotationConsumer<ExperimentSource> {
  private String file = "";
  private List<Scale> scales = List.of();

  @Override
  public void accept(ExperimentSource source) {
    file = source.value();
    scales = List.of(source.scales());
  }

  @Override
  public Stream<Arguments> provideArguments(
      ParameterDeclarations parameters, ExtensionContext context) {
    SuiteSettings settings = SuiteSettings.fromBuild();
    Path path = settings.home().resolve(file);
    return (scales.isEmpty() ? settings.scales() : scales)
        .stream()
            .flatMap(
                scale ->
                    ExperimentSpec.read(path, scale).seeds().stream()
                        .map(seed -> Arguments.of(named(path, scale, seed))));
  }

  private static Named<ExperimentCase> named(Path path, Scale scale, long seed) {
    ExperimentCase each = new ExperimentCase(path, scale, seed);
    return Named.of(each.toString(), each);
  }
}
