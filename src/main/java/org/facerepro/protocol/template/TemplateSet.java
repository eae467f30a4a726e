package org.facerepro.protocol.template;

import java.util.Arrays;
import java.util.Map;
import org.facerepro.protocol.ijb.TemplateLayout;

/**
 * Templates of one list with their subjects and faces, in ascending order of their ids; immutable.
 *
 * <p>The faces of a template stand together by medium. An id means something only inside its list:
 * IJB-A numbers templates anew in every split. Two sets are equal only if they are the same.
 */
public final class TemplateSet {
  private final TemplateLayout layout;
  private final int[] subjects;
  private final int[] faceOfRow;

  /** Groups rows into templates. */
  TemplateSet(TemplateRows rows) {
    this.layout = TemplateLayout.of(rows.templates(), rows.media());
    this.faceOfRow = rows.faces();
    int[] subjectOfRow = rows.subjects();
    this.subjects = new int[layout.size()];
    Arrays.setAll(subjects, t -> subjectOfRow[layout.face(layout.start(t))]);
  }

  /** Returns how many templates there are. */
  public int size() {
    return layout.size();
  }

  /** Returns the id of a template. */
  public int id(int template) {
    return layout.id(template);
  }

  /** Returns the position of a template, or a negative number where there is none of this id. */
  public int indexOf(int id) {
    return layout.indexOf(id);
  }

  /** Returns the subject of a template. */
  public int subject(int template) {
    return subjects[template];
  }

  /** Returns a copy of the subjects of all templates. */
  public int[] subjects() {
    return subjects.clone();
  }

  /** Puts the subject of each face under its name. */
  void putSubjects(FaceCatalogue faces, Map<String, String> subjects) {
    for (int t = 0; t < size(); t++) {
      String subject = Integer.toString(subject(t));
      for (int at = start(t); at < end(t); at++) {
        subjects.put(faces.name(face(at)), subject);
      }
    }
  }

  /** Returns where the faces of a template start. */
  int start(int template) {
    return layout.start(template);
  }

  /** Returns where the faces of a template end. */
  int end(int template) {
    return layout.end(template);
  }

  /** Returns the face at a position. */
  int face(int position) {
    return faceOfRow[layout.face(position)];
  }

  /** Returns the medium at a position. */
  int medium(int position) {
    return layout.medium(position);
  }
}
