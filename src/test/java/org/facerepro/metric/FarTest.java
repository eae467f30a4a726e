package org.facerepro.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.facerepro.core.SpecException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FarTest {

  @ParameterizedTest
  @CsvSource({"1e-3, 3000, 3", "1e-3, 999, 0", "0.1, 2210, 221", "2.9e-1, 100, 29", "1e-6, 1, 0"})
  void allowedOf_aNumberOfImpostors_isExact(String far, long impostor, long allowed) {
    assertThat(Far.parse(far).allowedOf(impostor)).isEqualTo(allowed);
  }

  @ParameterizedTest
  @CsvSource({"1e-3, 1e-3", "0.001, 1e-3", "0.0010, 1e-3", "5E-4, 5e-4", "0.15, 15e-2"})
  void text_ofEqualRates_isOneText(String written, String text) {
    assertThat(Far.parse(written).text()).isEqualTo(text);
    assertThat(Far.parse(text)).isEqualTo(Far.parse(written));
  }

  @Test
  void resolvableWith_tenAllowedFalseAccepts_isTrue() {
    assertThat(Far.parse("1e-2").resolvableWith(1000)).isTrue();
    assertThat(Far.parse("1e-2").resolvableWith(999)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "1", "1e0", "-1e-3", "tiny", "", "1e-3x"})
  void parse_whatIsNoRate_saysWhatIsExpected(String text) {
    assertThatThrownBy(() -> Far.parse(text))
        .isInstanceOf(SpecException.class)
        .hasMessageContaining("far: expected a rate");
  }
}
