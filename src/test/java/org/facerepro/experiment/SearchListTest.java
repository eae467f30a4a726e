package org.facerepro.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.facerepro.core.SpecException;
import org.facerepro.image.Resampling;
import org.facerepro.metric.search.Roster;
import org.facerepro.metric.search.SearchRates;
import org.facerepro.protocol.FaceSource;
import org.facerepro.protocol.FaceVisitor;
import org.facerepro.protocol.search.SearchPart;
import org.facerepro.protocol.search.SearchSet;
import org.junit.jupiter.api.Test;

class SearchListTest {
  private static final Roster GALLERY = new Roster(List.of("g1", "g2"), List.of("1", "2"));
  private static final Roster PROBES = new Roster(List.of("a", "b", "c"), List.of("1", "2", "2"));
  private static final Roster SOME = new Roster(List.of("c", "a"), List.of("2", "1"));

  private static SearchSet set(SearchPart... parts) {
    FaceSource none =
        new FaceSource() {
          @Override
          public String alignment() {
            return "none";
          }

          @Override
          public FaceSource with(Resampling resampling) {
            return this;
          }

          @Override
          public void forEachFace(Set<String> images, FaceVisitor visitor) {}
        };
    return new SearchSet("made-up", List.of(parts), SearchRates.STANDARD, none, List.of());
  }

  @Test
  void of_partsOfOneGallery_keepsThePlacesOfTheirProbes() {
    SearchList list =
        SearchList.of(
            set(new SearchPart("all", GALLERY, PROBES), new SearchPart("turned", GALLERY, SOME)));

    assertThat(list.parts())
        .containsEntry("all", List.of(0, 1, 2))
        .containsEntry("turned", List.of(0, 2));
  }

  @Test
  void of_partsWithSeveralGalleries_isRefused() {
    SearchSet several =
        set(new SearchPart("all", GALLERY, PROBES), new SearchPart("other", SOME, GALLERY));

    assertThatThrownBy(() -> SearchList.of(several))
        .isInstanceOf(SpecException.class)
        .hasMessageContaining("'made-up' searches several galleries");
  }
}
