package org.facerepro.cli;

import java.nio.file.Path;
import org.facerepro.core.SpecException;
import org.facerepro.core.StrictYaml;
import org.facerepro.face.GeneratorSpec;
import org.facerepro.face.scene.FaceDomain;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What to generate: a specification file, options, or options over a file. */
final class GeneratorOptions {
  private static final String SCHEMA = "facerepro/generator/v1";

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "SPEC",
      description = "Specification file, 'schema: facerepro/generator/v1'; options go over it.")
  private @Nullable Path file;

  @Option(
      names = "--domain",
      paramLabel = "NAME",
      description = "graphics (default) or proxy-real.")
  private @Nullable FaceDomain domain;

  @Option(names = "--subjects", paramLabel = "N", description = "Number of subjects.")
  private @Nullable Integer subjects;

  @Option(names = "--samples", paramLabel = "N", description = "Pictures of each subject.")
  private @Nullable Integer samples;

  /**
   * Puts file and options together.
   *
   * @throws SpecException if the file is wrong, with its line, or something is missing
   */
  GeneratorSpec spec() {
    GeneratorSpec base =
        file == null
            ? fromOptions()
            : StrictYaml.read(file).ofSchema(SCHEMA).as(GeneratorSpec.class);
    return new GeneratorSpec(
        domain == null ? base.domain() : domain,
        subjects == null ? base.subjects() : subjects,
        samples == null ? base.samplesPerSubject() : samples);
  }

  private GeneratorSpec fromOptions() {
    if (subjects == null || samples == null) {
      throw new SpecException("give a specification file, or --subjects and --samples");
    }
    return new GeneratorSpec(FaceDomain.GRAPHICS, subjects, samples);
  }
}
