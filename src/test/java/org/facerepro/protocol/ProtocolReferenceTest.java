package org.facerepro.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.facerepro.core.SpecException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProtocolReferenceTest {

  @Test
  void parse_ofAnIdAlone_hasNoOptions() {
    assertThat(ProtocolReference.parse("lfw")).isEqualTo(new ProtocolReference("lfw", Map.of()));
  }

  @Test
  void parse_ofOptionsAfterTheId_keepsEach() {
    assertThat(ProtocolReference.parse("rfw-original  release=any crop=as-aligned").options())
        .containsOnly(Map.entry("release", "any"), Map.entry("crop", "as-aligned"));
  }

  @Test
  void options_inAnyOrder_areListedByName() {
    assertThat(ProtocolReference.parse("rfw-original release=any crop=as-aligned").options())
        .containsExactly(Map.entry("crop", "as-aligned"), Map.entry("release", "any"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"lfw any", "lfw release=any release=official"})
  void parse_ofWhatIsNoOptionOrComesTwice_saysWhichWord(String text) {
    assertThatThrownBy(() -> ProtocolReference.parse(text))
        .isInstanceOf(SpecException.class)
        .hasMessageContaining("expected option=value, each once, after the id, got '");
  }
}
