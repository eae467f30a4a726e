package org.facerepro.core;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How a sealed interface is written in YAML where that differs from a mapping with {@code kind}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface YamlForm {

  /** The key that names the record. */
  String discriminator() default "kind";

  /** The record of one component that a bare value stands for; {@code void} for none. */
  Class<?> scalar() default void.class;

  /** The record that a mapping without the key stands for; {@code void} for none. */
  Class<?> otherwise() default void.class;
}
