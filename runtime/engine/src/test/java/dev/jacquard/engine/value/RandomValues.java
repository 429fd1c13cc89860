package dev.jacquard.engine.value;

import com.google.protobuf.ProtocolMessageEnum;
import dev.jacquard.BlobRef;
import dev.jacquard.Failure;
import dev.jacquard.Outcome;
import dev.jacquard.engine.value.Shop.Circle;
import dev.jacquard.engine.value.Shop.Color;
import dev.jacquard.engine.value.Shop.Color2;
import dev.jacquard.engine.value.Shop.Figure;
import dev.jacquard.engine.value.Shop.Line;
import dev.jacquard.engine.value.Shop.Money;
import dev.jacquard.engine.value.Shop.Named;
import dev.jacquard.engine.value.Shop.Order;
import dev.jacquard.engine.value.Shop.Positive;
import dev.jacquard.engine.value.Shop.Square;
import dev.jacquard.engine.value.Shop.Tree;
import dev.jacquard.spec.v1.Placement;
import dev.jacquard.spec.v1.Primitive;
import dev.jacquard.spec.v1.Scalar;
import dev.jacquard.spec.v1.Type;
import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Types of the whole contract, and values of any type, edges often. */
final class RandomValues {

  /** A value with its type. */
  record Typed(Type type, Object value) {
    @Override
    public String toString() {
      return Shop.TYPES.name(type) + " " + value;
    }
  }

  private static final List<Primitive> PRIMITIVES =
      Arrays.stream(Primitive.values()).filter(RandomValues::isKnown).toList();
  private static final List<Scalar> SCALARS =
      Arrays.stream(Scalar.values()).filter(RandomValues::isKnown).toList();
  private static final List<Type> DEFINED =
      List.of(
          Shop.LINE,
          Shop.ORDER,
          Shop.COLOR,
          Shop.FIGURE,
          Shop.CIRCLE,
          Shop.CHAIN,
          Shop.TREE,
          Shop.POSITIVE,
          Shop.MONEY,
          Shop.PLACEMENT);

  private RandomValues() {}

  private static boolean isKnown(ProtocolMessageEnum constant) {
    String name = constant.toString();
    return !name.endsWith("UNSPECIFIED") && !name.equals("UNRECOGNIZED");
  }

  static Arbitrary<Typed> typed() {
    return types(3).flatMap(type -> values(type).map(value -> new Typed(type, value)));
  }

  private static Arbitrary<Type> leaves() {
    return Arbitraries.oneOf(
        Arbitraries.of(PRIMITIVES).map(Shop::primitive),
        Arbitraries.of(PRIMITIVES).map(Shop::boxed),
        Arbitraries.of(PRIMITIVES).map(Shop::array),
        Arbitraries.of(SCALARS).map(Shop::scalar),
        Arbitraries.of(DEFINED));
  }

  private static Arbitrary<Type> keys() {
    return Arbitraries.oneOf(
        Arbitraries.of(PRIMITIVES).map(Shop::boxed),
        Arbitraries.of(SCALARS.subList(0, 8)).map(Shop::scalar),
        Arbitraries.just(Shop.COLOR));
  }

  static Arbitrary<Type> types(int depth) {
    if (depth == 0) {
      return leaves();
    }
    Arbitrary<Type> element = types(depth - 1).map(RandomValues::asElement);
    return Arbitraries.oneOf(
        leaves(),
        element.map(Shop::list),
        keys().map(Shop::set),
        Combinators.combine(keys(), element).as(Shop::map),
        element.map(Shop::optional),
        element.map(Shop::outcome));
  }

  /** Type arguments are never primitives. */
  private static Type asElement(Type type) {
    return type.hasPrimitive() ? Shop.boxed(type.getPrimitive()) : type;
  }

  static Arbitrary<Object> values(Type type) {
    return switch (type.getKindCase()) {
      case PRIMITIVE -> primitives(type.getPrimitive());
      case BOXED -> primitives(type.getBoxed()).injectNull(0.1);
      case SCALAR -> scalars(type.getScalar()).injectNull(0.1);
      case ARRAY -> arrays(type.getArray()).injectNull(0.1);
      case LIST -> lists(type.getList()).map(list -> (Object) list).injectNull(0.1);
      case SET -> lists(type.getSet()).map(list -> (Object) new LinkedHashSet<>(list));
      case MAP ->
          Combinators.combine(lists(type.getMap().getKey()), lists(type.getMap().getValue()))
              .as(RandomValues::toMap);
      case OPTIONAL -> values(type.getOptional()).map(Optional::ofNullable);
      case OUTCOME ->
          Arbitraries.oneOf(
              values(type.getOutcome()).map(value -> new Outcome.Succeeded<>(3, value)),
              failures().map(failure -> new Outcome.Failed<>(Integer.MAX_VALUE, failure)));
      case DEFINED -> defined(type).injectNull(0.1);
      default -> throw new AssertionError(type);
    };
  }

  private static Arbitrary<List<Object>> lists(Type element) {
    return values(element).list().ofMaxSize(4);
  }

  private static Object toMap(List<Object> keys, List<Object> values) {
    Map<Object, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < Math.min(keys.size(), values.size()); i++) {
      map.put(keys.get(i), values.get(i));
    }
    return map;
  }

  private static Arbitrary<Object> primitives(Primitive primitive) {
    return switch (primitive) {
      case BOOLEAN -> Arbitraries.of(true, false).map(Object.class::cast);
      case BYTE -> Arbitraries.bytes().map(Object.class::cast);
      case SHORT -> Arbitraries.shorts().map(Object.class::cast);
      case CHAR -> Arbitraries.chars().all().map(Object.class::cast);
      case INT -> Arbitraries.integers().map(Object.class::cast);
      case LONG -> Arbitraries.longs().map(Object.class::cast);
      case FLOAT -> Arbitraries.integers().map(bits -> (Object) Float.intBitsToFloat(bits));
      case DOUBLE ->
          Arbitraries.oneOf(
              Arbitraries.longs().map(bits -> (Object) Double.longBitsToDouble(bits)),
              Arbitraries.of(0.0, -0.0, Double.NaN, Double.POSITIVE_INFINITY, Double.MIN_VALUE));
      default -> throw new AssertionError(primitive);
    };
  }

  private static Arbitrary<Object> arrays(Primitive primitive) {
    return primitives(primitive).list().ofMaxSize(5).map(values -> toArray(primitive, values));
  }

  private static Object toArray(Primitive primitive, List<Object> values) {
    Object array =
        Array.newInstance(
            ArrayForm.of(PrimitiveForm.of(primitive)).type().getComponentType(), values.size());
    for (int i = 0; i < values.size(); i++) {
      Array.set(array, i, values.get(i));
    }
    return array;
  }

  private static Arbitrary<Object> scalars(Scalar scalar) {
    return switch (scalar) {
      case STRING -> texts().map(Object.class::cast);
      case BIG_INTEGER -> Arbitraries.bigIntegers().map(Object.class::cast);
      case BIG_DECIMAL ->
          Combinators.combine(Arbitraries.bigIntegers(), Arbitraries.integers().between(-400, 400))
              .as((unscaled, scale) -> new BigDecimal(unscaled, scale));
      case INSTANT ->
          Combinators.combine(
                  Arbitraries.longs()
                      .between(Instant.MIN.getEpochSecond(), Instant.MAX.getEpochSecond()),
                  nanos())
              .as((seconds, nanos) -> Instant.ofEpochSecond(seconds, nanos));
      case DURATION ->
          Combinators.combine(Arbitraries.longs().lessOrEqual(Long.MAX_VALUE - 1), nanos())
              .as((seconds, nanos) -> Duration.ofSeconds(seconds, nanos));
      case LOCAL_DATE -> days().map(Object.class::cast);
      case LOCAL_DATE_TIME ->
          Combinators.combine(days(), Arbitraries.longs().between(0, 86_400_000_000_000L - 1))
              .as((day, nano) -> LocalDateTime.of(day, java.time.LocalTime.ofNanoOfDay(nano)));
      case UUID ->
          Combinators.combine(Arbitraries.longs(), Arbitraries.longs())
              .as((a, b) -> new UUID(a, b));
      case FAILURE -> failures().map(Object.class::cast);
      case BLOB_REF ->
          Arbitraries.longs()
              .greaterOrEqual(0)
              .map(size -> new BlobRef("0af".repeat(22).substring(2), size));
      default -> throw new AssertionError(scalar);
    };
  }

  /** Any UTF-16 units, unpaired surrogates among them. */
  private static Arbitrary<String> texts() {
    return Arbitraries.strings()
        .withChars('a', '"', '\\', '\n', '\0', 'é', '\ud83d', '\ude00')
        .ofMaxLength(5);
  }

  private static Arbitrary<Integer> nanos() {
    return Arbitraries.integers().between(0, 999_999_999);
  }

  private static Arbitrary<LocalDate> days() {
    return Arbitraries.longs()
        .between(LocalDate.MIN.toEpochDay(), LocalDate.MAX.toEpochDay())
        .map(LocalDate::ofEpochDay);
  }

  private static Arbitrary<Failure> failures() {
    return texts()
        .injectNull(0.3)
        .map(message -> new Failure(List.of("a.E", "java.lang.Throwable"), message));
  }

  private static Arbitrary<Object> defined(Type type) {
    if (type.equals(Shop.LINE)) {
      return lines().map(Object.class::cast);
    } else if (type.equals(Shop.ORDER)) {
      return Combinators.combine(
              lines().list().ofMaxSize(3),
              texts().injectNull(0.3),
              Arbitraries.of(Color.class).injectNull(0.2))
          .as((lines, note, color) -> new Order(lines, Optional.ofNullable(note), color));
    } else if (type.equals(Shop.COLOR)) {
      return Arbitraries.of(Color.class).map(Object.class::cast);
    } else if (type.equals(Shop.FIGURE)) {
      return figures().map(Object.class::cast);
    } else if (type.equals(Shop.CIRCLE)) {
      return Arbitraries.doubles().map(Circle::new);
    } else if (type.equals(Shop.CHAIN)) {
      return Arbitraries.integers().between(1, 50).map(Shop::chain);
    } else if (type.equals(Shop.TREE)) {
      return Arbitraries.integers().between(0, 4).map(RandomValues::tree);
    } else if (type.equals(Shop.POSITIVE)) {
      return Arbitraries.integers().greaterOrEqual(1).map(Positive::new);
    } else if (type.equals(Shop.MONEY)) {
      return Arbitraries.longs().map(Money::new);
    }
    return texts()
        .filter(RandomValues::isWellFormed)
        .map(text -> Placement.newBuilder().setImage(text).putEnvironment(text, text).build());
  }

  private static boolean isWellFormed(String text) {
    return Encoded.ofText(text).hasText();
  }

  private static Arbitrary<Line> lines() {
    return Combinators.combine(
            texts().injectNull(0.1), Arbitraries.integers(), scalars(Scalar.BIG_DECIMAL))
        .as((sku, count, price) -> new Line(sku, count, (BigDecimal) price));
  }

  private static Arbitrary<Figure> figures() {
    Arbitrary<Figure> flat =
        Arbitraries.oneOf(
            Arbitraries.doubles().map(Circle::new),
            texts().injectNull(0.1).map(Named::new),
            Arbitraries.just(Color2.BLUE));
    return Arbitraries.oneOf(flat, flat.map(inner -> new Square(2, new Square(3, inner))));
  }

  private static Tree tree(int depth) {
    List<Tree> children = new ArrayList<>();
    for (int i = 0; i < depth; i++) {
      children.add(tree(i));
    }
    return new Tree(children);
  }
}
