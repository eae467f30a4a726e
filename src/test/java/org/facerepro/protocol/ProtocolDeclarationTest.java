package org.facerepro.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.facerepro.core.SpecException;
import org.facerepro.core.StrictYaml;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ProtocolDeclarationTest {
  /** Trees of files that experiments render. */
  private static final Set<String> RENDERED = Set.of("multipie-rendered", "multipie-rendered-grid");

  private static final Path HOME = Path.of(System.getProperty("facerepro.home", ""), "protocols");
  private static final String GENERATED =
      """
      schema: facerepro/protocol/v1
      id: drawn
      title: Drawn faces
      layout: generated
      realData: false
      draw: {folds: 5, genuine: 10, seed: 3}
      metrics: [accuracy, "tar@far=1e-2"]
      licence: None
      obtain: Nothing to get
      """;

  static List<Path> declarations() throws IOException {
    try (Stream<Path> files = Files.list(HOME)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("declarations")
  void read_aDeclarationOfTheProject_hasTheIdOfItsFile(Path file) {
    ProtocolDeclaration declaration = ProtocolDeclaration.read(file);

    assertThat(file.getFileName()).hasToString(declaration.id() + ".yaml");
    assertThat(declaration.headline()).isNotEmpty();
    assertThat(declaration.realData())
        .isEqualTo(!declaration.isGenerated() && !RENDERED.contains(declaration.id()));
  }

  @Test
  void read_lfwByEitherName_isTheSame() {
    ProtocolDeclaration lfw = ProtocolDeclaration.read(HOME.resolve("lfw.yaml"));
    ProtocolDeclaration view2 = ProtocolDeclaration.read(HOME.resolve("lfw-view2.yaml"));

    assertThat(view2).usingRecursiveComparison().ignoringFields("id").isEqualTo(lfw);
  }

  @Test
  void parse_aGeneratedSet_hasItsDraw() {
    assertThat(parse(GENERATED).draw()).isEqualTo(new Draw(5, 10, null, 3));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "layout: generated | layout: lfw | files: expected at least one place for 'images'",
        "metrics: [accuracy, | metrics: [acuracy, | did you mean 'accuracy'?",
        "folds: 5 | folds: 0 | p.yaml:6: folds: expected a whole number from 1 to 1000, got 0",
        "layout: generated | layout: generatd | did you mean 'generated'?",
        "id: drawn | id: Drawn | id: expected lower case with dashes",
        "protocol/v1 | protocol/v2 | p.yaml:1: schema: expected facerepro/protocol/v1"
      })
  void parse_aDeclarationThatDoesNotFit_saysWhere(String from, String to, String message) {
    assertThatThrownBy(() -> parse(GENERATED.replace(from, to)))
        .isInstanceOf(SpecException.class)
        .hasMessageContaining(message);
  }

  private static ProtocolDeclaration parse(String text) {
    return StrictYaml.parse(text, "p.yaml").as(ProtocolDeclaration.class);
  }
}
