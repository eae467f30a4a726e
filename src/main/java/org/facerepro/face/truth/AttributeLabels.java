package org.facerepro.face.truth;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToIntFunction;

/** The exact labels of one picture for every attribute. Immutable. */
public final class AttributeLabels {
  private final Map<FaceAttribute, AttributeLabel> labels = new EnumMap<>(FaceAttribute.class);

  private AttributeLabels() {}

  /** Decides all attributes from the facts of a picture. */
  public static AttributeLabels of(FaceFacts facts) {
    AttributeLabels all = new AttributeLabels();
    for (FaceAttribute attribute : FaceAttribute.values()) {
      all.labels.put(attribute, attribute.decide(facts));
    }
    return all;
  }

  /**
   * Takes labels as they were written.
   *
   * @param values 1, −1 or 0 by written name
   */
  public static AttributeLabels written(ToIntFunction<String> values) {
    AttributeLabels all = new AttributeLabels();
    for (FaceAttribute attribute : FaceAttribute.values()) {
      int value = values.applyAsInt(attribute.label());
      all.labels.put(
          attribute, value == 0 ? AttributeLabel.UNDEFINED : AttributeLabel.of(value > 0));
    }
    return all;
  }

  /** Returns the label of one attribute. */
  public AttributeLabel get(FaceAttribute attribute) {
    return Objects.requireNonNull(labels.get(attribute), "every attribute has a label");
  }

  /** Returns 1, −1 or 0 for the 47 attributes of MAAD-Face, in the order of its columns. */
  public List<Integer> maadRow() {
    return FaceAttribute.maad().stream().map(a -> get(a).value()).toList();
  }

  /** Returns 1, −1 or 0 by written name, in the order of the attributes. */
  public Map<String, Integer> toMap() {
    Map<String, Integer> map = new LinkedHashMap<>();
    labels.forEach((attribute, label) -> map.put(attribute.label(), label.value()));
    return map;
  }
}
