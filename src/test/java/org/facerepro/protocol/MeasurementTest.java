package org.facerepro.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.facerepro.core.SpecException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a declaration says of its protocol without files; that it is so, the fixtures show. */
class MeasurementTest {

  @ParameterizedTest
  @CsvSource({
    "lfw, COUPLES",
    "proxy-real, COUPLES",
    "rb-webface, ALL_WITH_ALL",
    "multipie-bob-m, ALL_WITH_ALL",
    "multipie-kortylewski, SEARCHES",
    "lfw-o1, SEARCHES",
    "tinyface, SEARCHES",
    "ijba-11, TEMPLATES",
    "ijbc-11, TEMPLATES",
    "ijba-1n, TEMPLATE_SEARCHES",
    "ijbb-1n-nist, TEMPLATE_SEARCHES",
    "ijbc-1n, TEMPLATES TEMPLATE_SEARCHES"
  })
  void measurements_ofADeclaration_areToldWithoutFiles(String id, String measurements) {
    assertMeasurements(OpenedSets.declaration(id, Map.of()), measurements);
  }

  @ParameterizedTest
  @CsvSource({
    "multipie-kortylewski, protocol, m, ALL_WITH_ALL",
    "multipie-bob-m, protocol, setting2, SEARCHES",
    "ijba-11, task, identification, TEMPLATE_SEARCHES",
    "ijba-1n, task, verification, TEMPLATES"
  })
  void measurements_withAnotherOption_areOthers(
      String id, String option, String value, String measurements) {
    assertMeasurements(OpenedSets.declaration(id, Map.of(option, value)), measurements);
  }

  private static void assertMeasurements(ProtocolDeclaration declaration, String names) {
    assertThat(declaration.measurements())
        .extracting(Measurement::name)
        .containsExactly(names.split(" "));
  }

  @Test
  void measurements_withOptionsThatDoNotGoTogether_isAnError() {
    ProtocolDeclaration mistaken =
        OpenedSets.declaration("multipie-bob-m", Map.of("yaw", "signed"));
    assertThatThrownBy(mistaken::measurements)
        .isInstanceOf(SpecException.class)
        .hasMessage(
            "option 'yaw' (left and right pooled or apart) has no effect on protocol m; leave it"
                + " out");
  }
}
