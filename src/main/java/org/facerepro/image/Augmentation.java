package org.facerepro.image;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.facerepro.core.YamlForm;

/**
 * How a training picture is varied at random before the network sees it. Without {@code kind} it is
 * an {@link AugmentSpec}.
 */
@YamlForm(otherwise = AugmentSpec.class)
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = AugmentSpec.class, name = "augment-spec"),
  @JsonSubTypes.Type(value = DigiFace.class, name = "digi-face"),
  @JsonSubTypes.Type(value = RandAugment.class, name = "rand-augment")
})
public sealed interface Augmentation permits AugmentSpec, DigiFace, RandAugment {}
