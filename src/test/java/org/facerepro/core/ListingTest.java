package org.facerepro.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ListingTest {

  @Test
  void first_ofAShortList_isAllOfIt() {
    assertThat(Listing.first(3, List.of(1, 2, 3))).isEqualTo("1, 2, 3");
  }

  @Test
  void first_ofALongList_saysThatThereIsMore() {
    assertThat(Listing.first(2, List.of("a", "b", "c"))).isEqualTo("a, b, …");
  }

  @Test
  void reasons_ofMoreThanAreShown_listTheFirstBelowEachOther() {
    Map<String, String> failures = new TreeMap<>(Map.of("a", "is cut", "b", "is grey", "c", "x"));
    assertThat(Listing.reasons(2, failures))
        .isEqualToNormalizingNewlines("\n  a: is cut\n  b: is grey");
  }
}
