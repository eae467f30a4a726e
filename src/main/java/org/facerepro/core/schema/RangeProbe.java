package org.facerepro.core.schema;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.facerepro.core.InvalidValueException;
import org.facerepro.core.NumberRange;
import org.jspecify.annotations.Nullable;

/**
 * Finds the ranges of a record's numbers by asking its constructor, which is where they are held:
 * it is given numbers that are far too small and far too large.
 *
 * <p>Where the range of one number depends on another, the widest is found, so that nothing valid
 * is refused.
 */
final class RangeProbe {
  private static final int MOST_CORRECTIONS = 50;
  private static final double FAR_OUT = 1e300;

  private final Class<?> type;
  private final RecordComponent[] components;
  private final Map<String, NumberRange> ranges = new LinkedHashMap<>();

  private RangeProbe(Class<?> type) {
    this.type = type;
    this.components = type.getRecordComponents();
  }

  /** Returns the ranges of a record's numbers, by component; those without one are left out. */
  static Map<String, NumberRange> of(Class<?> type) {
    RangeProbe probe = new RangeProbe(type);
    for (boolean high : List.of(false, true)) {
      probe.askAround(probe.acceptable(high));
    }
    return probe.ranges;
  }

  /** Returns some record of a type, if one can be made up. */
  private static Optional<Object> example(Class<?> type) {
    RangeProbe probe = new RangeProbe(type);
    return probe.construct(probe.acceptable(false)) instanceof Made made
        ? Optional.of(made.value())
        : Optional.empty();
  }

  private sealed interface Outcome {}

  private record Made(Object value) implements Outcome {}

  private record Refused(Throwable reason) implements Outcome {}

  /** Corrects made-up values as the constructor says, as far as that goes. */
  private @Nullable Object[] acceptable(boolean high) {
    @Nullable Object[] values =
        Arrays.stream(components).map(RangeProbe::start).toArray(Object[]::new);
    for (int i = 0; high && i < values.length; i++) {
      NumberRange known = ranges.get(components[i].getName());
      if (values[i] instanceof Number && known != null) {
        values[i] = number(components[i].getType(), known.high().doubleValue());
      }
    }
    for (int i = 0; i < MOST_CORRECTIONS; i++) {
      if (!(construct(values) instanceof Refused refused) || !correct(values, refused, high)) {
        return values;
      }
    }
    return values;
  }

  private boolean correct(@Nullable Object[] values, Refused refused, boolean high) {
    Optional<NumberRange> range = note(refused);
    if (range.isEmpty()) {
      return false;
    }
    String key = ((InvalidValueException) refused.reason()).key();
    for (int i = 0; i < components.length; i++) {
      if (components[i].getName().equals(key) && values[i] instanceof Number) {
        Number end = high ? range.get().high() : range.get().low();
        values[i] = number(components[i].getType(), end.doubleValue());
        return true;
      }
    }
    return false;
  }

  private void askAround(@Nullable Object[] values) {
    for (int i = 0; i < components.length; i++) {
      for (double extreme : new double[] {-FAR_OUT, FAR_OUT}) {
        @Nullable Object[] changed = values.clone();
        changed[i] = number(components[i].getType(), extreme);
        if (changed[i] != null && construct(changed) instanceof Refused refused) {
          note(refused);
        }
      }
    }
  }

  /** Widens what is known by the range that a refusal names. */
  private Optional<NumberRange> note(Refused refused) {
    if (!(refused.reason() instanceof InvalidValueException invalid)) {
      return Optional.empty();
    }
    invalid.range().ifPresent(range -> ranges.merge(invalid.key(), range, RangeProbe::widest));
    return invalid.range();
  }

  private static NumberRange widest(NumberRange a, NumberRange b) {
    return new NumberRange(
        a.low().doubleValue() <= b.low().doubleValue() ? a.low() : b.low(),
        a.high().doubleValue() >= b.high().doubleValue() ? a.high() : b.high());
  }

  private static @Nullable Object start(RecordComponent component) {
    Class<?> type = component.getType();
    if (type == boolean.class) {
      return false;
    }
    if (type == String.class) {
      return "a";
    }
    if (type == List.class) {
      return List.of();
    }
    if (type == Map.class) {
      return Map.of();
    }
    if (type.isEnum()) {
      return type.getEnumConstants()[0];
    }
    if (component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
      return null;
    }
    return type.isPrimitive() ? number(type, 1) : nested(type);
  }

  private static @Nullable Object nested(Class<?> type) {
    if (type.isRecord()) {
      return example(type).orElse(null);
    }
    return type.isSealed()
        ? Arrays.stream(type.getPermittedSubclasses())
            .filter(Class::isRecord)
            .map(RangeProbe::example)
            .flatMap(Optional::stream)
            .findFirst()
            .orElse(null)
        : null;
  }

  private static @Nullable Object number(Class<?> type, double value) {
    if (type == int.class || type == Integer.class) {
      return (int) value;
    }
    if (type == long.class || type == Long.class) {
      return (long) value;
    }
    return type == double.class || type == Double.class ? (Object) value : null;
  }

  private Outcome construct(@Nullable Object[] values) {
    try {
      Class<?>[] types =
          Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
      Constructor<?> constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return new Made(constructor.newInstance(values));
    } catch (InvocationTargetException e) {
      return new Refused(e.getTargetException());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(type + " is not a record that can be made", e);
    }
  }
}
