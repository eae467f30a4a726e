package org.facerepro.cli;

import org.facerepro.core.EnumNames;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Reads enum constants as they are written in specifications.
 *
 * @param <E> the enum
 */
final class EnumConverter<E extends Enum<E>> implements ITypeConverter<E> {
  private final Class<E> type;

  EnumConverter(Class<E> type) {
    this.type = type;
  }

  @Override
  public E convert(String text) {
    for (E constant : type.getEnumConstants()) {
      if (EnumNames.of(constant).equals(text)) {
        return constant;
      }
    }
    throw new TypeConversionException(
        "expected one of " + String.join(", ", EnumNames.all(type)) + ", got '" + text + "'");
  }
}
