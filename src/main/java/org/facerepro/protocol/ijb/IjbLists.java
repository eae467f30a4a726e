package org.facerepro.protocol.ijb;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.facerepro.core.Listing;
import org.jspecify.annotations.Nullable;

/**
 * The lists of a release.
 *
 * @param faces which face belongs to which template and medium
 * @param detections landmarks and detector scores of the faces
 * @param layout the templates
 * @param pairs the comparisons of 1:1
 * @param probes the probes of 1:N; absent where there is no such list
 * @param galleries the galleries of 1:N by name; none where there is no such list
 */
record IjbLists(
    FaceList faces,
    FaceDetections detections,
    TemplateLayout layout,
    TemplatePairs pairs,
    @Nullable TemplateSubjects probes,
    Map<String, TemplateSubjects> galleries) {

  private static final int SHOWN = 5;

  IjbLists {
    galleries = new LinkedHashMap<>(galleries);
  }

  /** Returns how many subjects there are, as far as lists tell: one for each template at most. */
  int subjects() {
    TemplateSubjects searched = probes;
    if (searched == null) {
      return layout.size();
    }
    List<Integer> all = new ArrayList<>();
    for (int subject : searched.subjects()) {
      all.add(subject);
    }
    for (TemplateSubjects gallery : galleries.values()) {
      for (int subject : gallery.subjects()) {
        all.add(subject);
      }
    }
    return (int) all.stream().distinct().count();
  }

  /** Tells what is odd about the faces and the comparisons. */
  List<String> remarks() {
    List<String> remarks = new ArrayList<>();
    List<Integer> repeated = faces.repeated();
    if (!repeated.isEmpty()) {
      remarks.add(
          "%d lines of the list of faces repeat a face of their template, which counts as often: line %s"
              .formatted(repeated.size(), Listing.first(SHOWN, repeated)));
    }
    int self = pairs.selfComparisons();
    if (self > 0) {
      remarks.add(self + " comparisons are of a template with itself");
    }
    int contradicted = contradicted();
    if (contradicted > 0) {
      remarks.add(contradicted + " labels contradict the subjects of the lists for 1:N");
    }
    return remarks;
  }

  /** Returns how many labels say another thing than the subjects of both templates. */
  private int contradicted() {
    int[] subjectOf = new int[layout.size()];
    for (int t = 0; t < subjectOf.length; t++) {
      subjectOf[t] = subject(layout.id(t));
    }
    int count = 0;
    for (int i = 0; i < pairs.size(); i++) {
      int first = subjectOf[pairs.first(i)];
      int second = subjectOf[pairs.second(i)];
      boolean known = first >= 0 && second >= 0;
      count += known && (first == second) != pairs.genuine(i) ? 1 : 0;
    }
    return count;
  }

  /** Returns the subject of a template as the lists for 1:N tell it; negative where they do not. */
  int subject(int template) {
    TemplateSubjects searched = probes;
    int subject = searched == null ? -1 : searched.subjectOf(template);
    for (TemplateSubjects gallery : galleries.values()) {
      subject = subject >= 0 ? subject : gallery.subjectOf(template);
    }
    return subject;
  }
}
