package org.facerepro.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearNamesTest {
  private static final List<String> KNOWN = List.of("lfw", "lfw-dev", "orl", "proxy-real");

  @Test
  void of_aNameWithTwoLettersSwapped_findsIt() {
    assertThat(NearNames.of("lwf", KNOWN)).containsExactly("lfw");
  }

  @Test
  void of_aNameWithOneLetterTooMany_putsTheNearestFirst() {
    assertThat(NearNames.of("lfw-devv", KNOWN)).first().isEqualTo("lfw-dev");
  }

  @Test
  void of_aNameLikeNone_suggestsNothing() {
    assertThat(NearNames.of("webface", KNOWN)).isEmpty();
    assertThat(NearNames.hint("webface", KNOWN)).isEmpty();
  }
}
