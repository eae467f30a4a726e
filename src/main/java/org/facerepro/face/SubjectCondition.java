package org.facerepro.face;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.facerepro.core.Require;
import org.facerepro.face.law.FaceControl;
import org.facerepro.face.person.BeardStyle;
import org.facerepro.face.person.HairStyle;
import org.facerepro.face.person.PopulationGroup;
import org.facerepro.face.person.Subject;
import org.jspecify.annotations.Nullable;

/**
 * What every subject must be; what is left out is free. Subjects are drawn until one meets it, so
 * that everything else keeps the distribution that it has among such subjects.
 *
 * @param masculine whether masculine
 * @param age years, both ends included
 * @param melanin skin darkness, 0 to 1, both ends included
 * @param hair habitual hair styles to choose from
 * @param beard habitual beard styles to choose from
 * @param groups numbers of population groups to choose from, from 0
 */
public record SubjectCondition(
    @Nullable Boolean masculine,
    @Nullable Range age,
    @Nullable Range melanin,
    List<HairStyle> hair,
    List<BeardStyle> beard,
    List<Integer> groups) {

  /** A closed range of numbers. */
  public record Range(double low, double high) {
    public Range {
      Require.that(low <= high, "low", "a number not above high (" + high + ")", low);
    }

    boolean has(double value) {
      return value >= low && value <= high;
    }
  }

  public SubjectCondition {
    hair = List.copyOf(hair);
    beard = List.copyOf(beard);
    groups = List.copyOf(groups);
    groups.forEach(g -> Require.between("groups", g, 0L, PopulationGroup.count() - 1L));
  }

  /** Returns whether a subject meets every part. */
  public boolean holds(Subject subject) {
    return !parts(subject).containsValue(false);
  }

  /** Returns for each part that is asked for whether a subject meets it. */
  Map<String, Boolean> parts(Subject subject) {
    Map<String, Boolean> out = new TreeMap<>();
    if (masculine != null) {
      out.put("masculine", masculine == subject.traits().masculine());
    }
    if (age != null) {
      out.put("age", age.has(subject.traits().age()));
    }
    if (melanin != null) {
      out.put("melanin", melanin.has(subject.traits().melanin()));
    }
    if (!hair.isEmpty()) {
      out.put("hair", hair.contains(subject.traits().hairStyle()));
    }
    if (!beard.isEmpty()) {
      out.put("beard", beard.contains(subject.traits().beardStyle()));
    }
    if (!groups.isEmpty()) {
      out.put("groups", groups.contains(group(subject)));
    }
    return out;
  }

  private static int group(Subject subject) {
    Double drawn = subject.controls().get(FaceControl.SUBJECT_GROUP.label());
    return drawn == null ? -1 : drawn.intValue();
  }
}
