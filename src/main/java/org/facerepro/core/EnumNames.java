package org.facerepro.core;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The written form of enum constants and record kinds: lower case with dashes. */
public final class EnumNames {
  private EnumNames() {}

  /** Returns {@code proxy-real} for {@code PROXY_REAL}. */
  public static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Returns the written form of all constants, in their order. */
  public static List<String> all(Class<? extends Enum<?>> type) {
    return Arrays.stream(type.getEnumConstants()).map(EnumNames::of).toList();
  }

  /** Returns {@code at-least} for a record called {@code AtLeast}. */
  public static String ofType(Class<?> type) {
    return type.getSimpleName().replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }
}
