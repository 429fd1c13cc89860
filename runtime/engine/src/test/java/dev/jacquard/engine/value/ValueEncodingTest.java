package dev.jacquard.engine.value;

import static dev.jacquard.engine.value.Shop.INT;
import static dev.jacquard.engine.value.Shop.TEXT;
import static dev.jacquard.engine.value.Shop.TYPES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import dev.jacquard.engine.value.Shop.Chain;
import dev.jacquard.engine.value.Shop.Color;
import dev.jacquard.engine.value.Shop.Line;
import dev.jacquard.engine.value.Shop.Money;
import dev.jacquard.engine.value.Shop.Order;
import dev.jacquard.engine.value.Shop.Positive;
import dev.jacquard.engine.value.Shop.Tree;
import dev.jacquard.spec.v1.Elements;
import dev.jacquard.spec.v1.Packed;
import dev.jacquard.spec.v1.Primitive;
import dev.jacquard.spec.v1.RecordType;
import dev.jacquard.spec.v1.RecordValue;
import dev.jacquard.spec.v1.Scalar;
import dev.jacquard.spec.v1.Type;
import dev.jacquard.spec.v1.TypeDefinition;
import dev.jacquard.spec.v1.Value;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ValueEncodingTest {

  private static final ValueEncoding ENCODING = ValueEncoding.of(TYPES);
  private static final Type BOXES = Shop.list(Shop.boxed(Primitive.INT));

  private static Object roundTrip(Type type, Object value) {
    return ENCODING.decode(type, ENCODING.encode(type, value));
  }

  @Test
  void listsOfNumbersArePacked() {
    List<Integer> numbers = IntStream.range(0, 100_000).boxed().toList();
    Value encoded = ENCODING.encode(BOXES, numbers);

    assertThat(encoded.getPacked().getIntegersCount()).isEqualTo(100_000);
    assertThat(encoded.getSerializedSize()).isLessThan(300_000);
    assertThat(ENCODING.decode(BOXES, encoded)).isEqualTo(numbers);
  }

  @Test
  void listsOfNumbersWithNullAreNot() {
    List<Integer> numbers = Arrays.asList(1, null, 3);

    assertThat(ENCODING.encode(BOXES, numbers).hasElements()).isTrue();
    assertThat(roundTrip(BOXES, numbers)).isEqualTo(numbers);
  }

  @Test
  void listsOfTextsArePacked() {
    List<String> texts = List.of("", "ascii", "gr\u00fc\u00df", "\u20ac", "\ud83d\ude00", "?", "");
    Value encoded = ENCODING.encode(Shop.list(TEXT), texts);

    assertThat(encoded.getPacked().getTextLengthsList()).containsExactly(0, 5, 6, 3, 4, 1, 0);
    assertThat(ENCODING.decode(Shop.list(TEXT), encoded)).isEqualTo(texts);
  }

  @Test
  void listsOfTextsWithNullOrHalfASurrogatePairAreNot() {
    for (List<String> texts :
        List.of(Arrays.asList("a", null), List.of("a\ud800"), List.of("?\udc00", "?"))) {
      assertThat(ENCODING.encode(Shop.list(TEXT), texts).hasElements()).isTrue();
      assertThat(roundTrip(Shop.list(TEXT), texts)).isEqualTo(texts);
    }
  }

  @Test
  void packedTextsMustFitTheirLengths() {
    Packed damaged =
        Packed.newBuilder().setTexts(ByteString.copyFromUtf8("abc")).addTextLengths(2).build();
    Packed longer = damaged.toBuilder().addTextLengths(2).build();
    Packed mixed = damaged.toBuilder().addTextLengths(1).addIntegers(3).build();
    for (Packed packed : List.of(damaged, longer, mixed)) {
      Value value = Value.newBuilder().setPacked(packed).build();
      assertThatThrownBy(() -> ENCODING.decode(Shop.list(TEXT), value))
          .isInstanceOf(ValueException.class)
          .hasMessageContaining("packed");
    }
  }

  @Test
  void edgesOfScalarsSurvive() {
    assertThat(roundTrip(TEXT, "a\ud800b")).isEqualTo("a\ud800b");
    assertThat(roundTrip(TEXT, "\ud83d\ude00")).isEqualTo("\ud83d\ude00");
    assertThat(roundTrip(Shop.scalar(Scalar.INSTANT), Instant.MIN)).isEqualTo(Instant.MIN);
    assertThat(roundTrip(Shop.scalar(Scalar.INSTANT), Instant.MAX)).isEqualTo(Instant.MAX);
    assertThat(roundTrip(Shop.scalar(Scalar.LOCAL_DATE), LocalDate.MAX)).isEqualTo(LocalDate.MAX);
    assertThat(roundTrip(Shop.scalar(Scalar.LOCAL_DATE_TIME), LocalDateTime.MIN))
        .isEqualTo(LocalDateTime.MIN);
    Duration most = Duration.ofSeconds(Long.MAX_VALUE, 999_999_999);
    assertThat(roundTrip(Shop.scalar(Scalar.DURATION), most)).isEqualTo(most);
    assertThat(roundTrip(Shop.scalar(Scalar.BIG_DECIMAL), new BigDecimal("1.500")))
        .isEqualTo(new BigDecimal("1.500"));
    long bits = 0x7ff8_0000_dead_beefL;
    Object nan = roundTrip(Shop.primitive(Primitive.DOUBLE), Double.longBitsToDouble(bits));
    assertThat(Double.doubleToRawLongBits((double) nan)).isEqualTo(bits);
  }

  @Test
  void decodedCollectionsAreUnmodifiableAndKeepTheirOrder() {
    Set<String> set = new LinkedHashSet<>(Arrays.asList("z", null, "a"));
    Map<String, Integer> map = new LinkedHashMap<>();
    map.put("z", 1);
    map.put(null, null);
    map.put("a", 2);

    Set<?> decodedSet = (Set<?>) roundTrip(Shop.set(TEXT), set);
    Map<?, ?> decodedMap = (Map<?, ?>) roundTrip(Shop.map(TEXT, Shop.boxed(Primitive.INT)), map);
    List<?> decodedList = (List<?>) roundTrip(BOXES, List.of(1));

    assertThat(decodedSet.toArray()).containsExactly("z", null, "a");
    assertThat(decodedMap.keySet().toArray()).containsExactly("z", null, "a");
    assertThatThrownBy(decodedSet::clear).isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(decodedMap::clear).isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> decodedList.remove(0))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void wrongDataIsRefusedWithThePath() {
    Value line =
        record(
            Value.newBuilder().setInteger(7).build(),
            ENCODING.encode(INT, 1),
            Value.getDefaultInstance());
    Value good = ENCODING.encode(Shop.LINE, new Line("a", 1, null));
    Elements.Builder lines = Elements.newBuilder().addAllValues(List.of(good, good, good, line));
    Value order =
        record(
            Value.newBuilder().setElements(lines).build(),
            ENCODING.encode(Shop.optional(TEXT), Optional.empty()),
            Value.getDefaultInstance());

    assertThatThrownBy(() -> ENCODING.decode(Shop.ORDER, order))
        .isInstanceOf(ValueException.class)
        .hasMessage("Order -> lines[3] -> sku: expected text, found integer");
  }

  @Test
  void objectsOfAnotherTypeAreRefusedWithThePath() {
    assertThatThrownBy(() -> ENCODING.check(BOXES, Arrays.asList(1, 2, "x"), "points"))
        .hasMessage("points[2]: expected Integer, found \"x\"");
    assertThatThrownBy(() -> ENCODING.check(INT, null, "threshold"))
        .hasMessage("threshold: expected int, found null");
    assertThatThrownBy(() -> ENCODING.check(INT, 7L, "threshold"))
        .hasMessage("threshold: expected int, found Long 7");
    assertThatThrownBy(() -> ENCODING.encode(Shop.map(TEXT, INT), Map.of("a", "b")))
        .hasMessage("Map<String, int> -> value[0]: expected int, found \"b\"");
    assertThatThrownBy(() -> ENCODING.encode(Shop.FIGURE, "x"))
        .hasMessage("Figure: expected Figure (Circle, Color2, Named, Square), found \"x\"");
  }

  @Test
  void constructorThatThrowsIsToldWithThePath() {
    Value negative = record(ENCODING.encode(INT, -1));
    Value list = Value.newBuilder().setElements(Elements.newBuilder().addValues(negative)).build();

    assertThatThrownBy(() -> ENCODING.decode(Shop.list(Shop.POSITIVE), list))
        .isInstanceOf(ValueException.class)
        .hasMessageStartingWith(
            "List<Positive>[0]: the constructor of Positive failed: java.lang.IllegalArgument")
        .hasCauseInstanceOf(IllegalArgumentException.class);
    assertThat(roundTrip(Shop.POSITIVE, new Positive(2))).isEqualTo(new Positive(2));
  }

  @Test
  void classesThatAreMissingAreNamed() {
    TypeDefinition lost =
        TypeDefinition.newBuilder()
            .setName("a.Lost")
            .setRecord(RecordType.newBuilder().setCodec("a.LostCodec"))
            .build();
    ValueEncoding encoding =
        ValueEncoding.of(TypeTable.of(List.of(lost), getClass().getClassLoader()));

    assertThatThrownBy(() -> encoding.encode(Shop.defined(0), "x"))
        .isInstanceOf(ValueException.class)
        .hasMessageContainingAll("a.Lost", "a.LostCodec", "class path");
  }

  @Test
  void equalityIsByContentAndWithoutOrder() {
    Type arrays = Shop.list(Shop.array(Primitive.DOUBLE));
    assertThat(
            ENCODING.equal(
                arrays,
                List.of(new double[] {Double.NaN}),
                List.of(new double[] {Double.longBitsToDouble(0x7ff8_0000_dead_beefL)})))
        .isTrue();
    assertThat(ENCODING.equal(arrays, List.of(new double[] {0.0}), List.of(new double[] {-0.0})))
        .isFalse();
    Type sets = Shop.set(TEXT);
    assertThat(
            ENCODING.equal(
                sets,
                new LinkedHashSet<>(List.of("a", "b")),
                new LinkedHashSet<>(List.of("b", "a"))))
        .isTrue();
    assertThat(ENCODING.equal(sets, Set.of("a"), Set.of("b"))).isFalse();
    Type decimals = Shop.scalar(Scalar.BIG_DECIMAL);
    assertThat(ENCODING.equal(decimals, new BigDecimal("1.0"), new BigDecimal("1.00"))).isFalse();
    assertThat(ENCODING.equal(Shop.MONEY, new Money(3), new Money(3))).isTrue();
    assertThat(ENCODING.equal(BOXES, null, List.of())).isFalse();
  }

  @Test
  void enumConstantsWithBodiesAreConstants() {
    assertThat(roundTrip(Shop.COLOR, Color.GREEN)).isSameAs(Color.GREEN);
    Value unknown = Value.newBuilder().setConstant("GREN").build();
    assertThatThrownBy(() -> ENCODING.decode(Shop.COLOR, unknown))
        .hasMessage("Color: Color has no constant \"GREN\"; did you mean \"GREEN\"?");
  }

  @Test
  void deepValuesNeedNoStackAndNoSpecialReader() throws Exception {
    Chain chain = Shop.chain(20_000);
    AtomicReference<Object> result = new AtomicReference<>();
    Thread thread =
        new Thread(
            null,
            () -> {
              try {
                byte[] bytes = ENCODING.encode(Shop.CHAIN, chain).toByteArray();
                Object decoded = ENCODING.decode(Shop.CHAIN, Value.parseFrom(bytes));
                ENCODING.check(Shop.CHAIN, decoded, "chain");
                boolean equal = ENCODING.equal(Shop.CHAIN, chain, decoded);
                String json = JsonValues.of(TYPES).write(Shop.CHAIN, decoded);
                Chain read = (Chain) JsonValues.of(TYPES).read(Shop.CHAIN, json, "chain");
                result.set(equal + " " + Shop.length(read));
              } catch (Throwable e) {
                result.set(e);
              }
            },
            "small",
            256 << 10);
    thread.start();
    thread.join();

    assertThat(result.get()).isEqualTo("true 20000");
  }

  @Test
  void valuesDeeperThanTheLimitAreRefused() {
    assertThatThrownBy(() -> ENCODING.encode(Shop.CHAIN, Shop.chain(Walk.LIMIT + 2)))
        .isInstanceOf(ValueException.class)
        .hasMessageContaining("nests deeper than 100000 levels")
        .hasMessageStartingWith("Chain -> tail -> tail");
  }

  @Test
  void wideValuesAreOrdinary() {
    List<Tree> leaves = Collections.nCopies(100_000, new Tree(List.of()));

    assertThat(roundTrip(Shop.TREE, new Tree(leaves))).isEqualTo(new Tree(leaves));
  }

  @Test
  void equalRecordsAreEqualAfterARoundTrip() {
    Order order =
        new Order(
            Arrays.asList(new Line("a", 1, new BigDecimal("2.50")), null), Optional.of("x"), null);

    assertThat(roundTrip(Shop.ORDER, order)).isEqualTo(order);
  }

  private static Value record(Value... components) {
    return Value.newBuilder()
        .setRecord(RecordValue.newBuilder().addAllComponents(List.of(components)))
        .build();
  }
}
