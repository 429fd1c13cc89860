package dev.jacquard.differential;

import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Draws values of any Java type, with those that break things among them; and tells them apart. */
final class DrawnValues {

  private static final Map<Class<?>, List<?>> CANDIDATES =
      Map.ofEntries(
          Map.entry(
              int.class,
              List.of(
                  0, 1, 2, 3, -1, 7, 31, 33, -7, 128, 65536, Integer.MIN_VALUE, Integer.MAX_VALUE)),
          Map.entry(
              long.class, List.of(0L, 1L, -1L, 33L, 64L, 1L << 32, (1L << 53) + 1, Long.MIN_VALUE)),
          Map.entry(
              double.class,
              List.of(0.0, -0.0, 1.0, -1.5, 2.5, 0.1, 3e9, -3e9, 1e300, Double.NaN, 1 / 0.0)),
          Map.entry(
              float.class, List.of(0f, -0f, 1f, -1.5f, 0.1f, 16777216f, 1e30f, Float.NaN, -1 / 0f)),
          Map.entry(char.class, List.of('a', '\0', '\uffff', '0', '\ud83d')),
          Map.entry(byte.class, List.of((byte) 0, (byte) 1, (byte) -1, (byte) -128, (byte) 127)),
          Map.entry(short.class, List.of((short) 0, (short) -1, Short.MIN_VALUE, Short.MAX_VALUE)),
          Map.entry(boolean.class, List.of(true, false)),
          Map.entry(
              String.class,
              Arrays.asList("", "a", "abc", "12", " x ", "\ud83d", "-5", "true", null)),
          Map.entry(
              BigDecimal.class,
              List.of(new BigDecimal("1.0"), new BigDecimal("1.00"), new BigDecimal("-3.14159"))),
          Map.entry(
              BigInteger.class, List.of(BigInteger.ZERO, BigInteger.TWO, BigInteger.TEN.pow(30))),
          Map.entry(Duration.class, List.of(Duration.ZERO, Duration.ofSeconds(-5, 3))),
          Map.entry(Instant.class, List.of(Instant.EPOCH, Instant.MAX, Instant.MIN)),
          Map.entry(LocalDate.class, List.of(LocalDate.EPOCH, LocalDate.of(2024, 2, 29))));

  private static final Map<Class<?>, Class<?>> PRIMITIVES =
      Map.of(
          Integer.class, int.class,
          Long.class, long.class,
          Double.class, double.class,
          Float.class, float.class,
          Character.class, char.class,
          Byte.class, byte.class,
          Short.class, short.class,
          Boolean.class, boolean.class);

  private final Random random;

  DrawnValues(Random random) {
    this.random = random;
  }

  /** Draws a value of a type. */
  Object of(Type type) {
    if (type instanceof ParameterizedType generic) {
      return random.nextInt(12) == 0 ? null : ofGeneric(generic);
    }
    Class<?> drawn = (Class<?>) type;
    if (CANDIDATES.containsKey(drawn)) {
      return pick(CANDIDATES.get(drawn));
    }
    if (drawn.isArray()) {
      Object array = Array.newInstance(drawn.getComponentType(), random.nextInt(4));
      for (int i = 0; i < Array.getLength(array); i++) {
        Array.set(array, i, of(drawn.getComponentType()));
      }
      return array;
    }
    if (random.nextInt(8) == 0) {
      return null;
    }
    if (PRIMITIVES.containsKey(drawn)) {
      return of(PRIMITIVES.get(drawn));
    }
    if (drawn.isEnum()) {
      return pick(Arrays.asList(drawn.getEnumConstants()));
    }
    return drawn.isSealed()
        ? of(pick(Arrays.asList(drawn.getPermittedSubclasses())))
        : record(drawn);
  }

  private Object ofGeneric(ParameterizedType type) {
    Type first = type.getActualTypeArguments()[0];
    if (type.getRawType() == Optional.class) {
      return Optional.ofNullable(random.nextInt(3) == 0 ? null : of(first));
    }
    List<Object> elements = new ArrayList<>();
    for (int left = random.nextInt(5); left > 0; left--) {
      elements.add(of(first));
    }
    if (type.getRawType() == List.class) {
      return Collections.unmodifiableList(elements);
    }
    Map<Object, Object> map = new LinkedHashMap<>();
    elements.stream()
        .filter(key -> key != null)
        .forEach(key -> map.put(key, of(type.getActualTypeArguments()[1])));
    return map;
  }

  private Object record(Class<?> type) {
    try {
      Constructor<?> constructor = type.getDeclaredConstructors()[0];
      constructor.setAccessible(true);
      return constructor.newInstance(
          Arrays.stream(constructor.getGenericParameterTypes()).map(this::of).toArray());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private <T> T pick(List<T> candidates) {
    return candidates.get(random.nextInt(candidates.size()));
  }

  /** A text that is the same for equal values alone: with the bits of floats, and into arrays. */
  static String text(Object value) {
    if (value == null) {
      return "null";
    }
    if (value instanceof Double number) {
      return number + "#" + Double.doubleToRawLongBits(number);
    }
    if (value instanceof Float number) {
      return number + "f#" + Float.floatToRawIntBits(number);
    }
    if (value instanceof List<?> list) {
      return list.stream().map(DrawnValues::text).toList().toString();
    }
    if (value instanceof Optional<?> optional) {
      return "Optional " + text(optional.orElse(null));
    }
    if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .map(entry -> text(entry.getKey()) + "=" + text(entry.getValue()))
          .sorted()
          .toList()
          .toString();
    }
    if (value.getClass().isArray()) {
      List<String> elements = new ArrayList<>();
      for (int i = 0; i < Array.getLength(value); i++) {
        elements.add(text(Array.get(value, i)));
      }
      return value.getClass().getSimpleName() + elements;
    }
    return value.getClass().isRecord()
        ? textOfRecord(value)
        : value.getClass().getSimpleName() + " " + value;
  }

  private static String textOfRecord(Object value) {
    List<String> components = new ArrayList<>();
    for (RecordComponent component : value.getClass().getRecordComponents()) {
      try {
        component.getAccessor().setAccessible(true);
        components.add(text(component.getAccessor().invoke(value)));
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    }
    return value.getClass().getSimpleName() + components;
  }
}
