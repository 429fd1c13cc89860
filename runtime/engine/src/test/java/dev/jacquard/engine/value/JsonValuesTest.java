package dev.jacquard.engine.value;

import static dev.jacquard.engine.value.Shop.INT;
import static dev.jacquard.engine.value.Shop.TEXT;
import static dev.jacquard.engine.value.Shop.TYPES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jacquard.Failure;
import dev.jacquard.Outcome;
import dev.jacquard.engine.value.Shop.Circle;
import dev.jacquard.engine.value.Shop.Color;
import dev.jacquard.engine.value.Shop.Color2;
import dev.jacquard.engine.value.Shop.Line;
import dev.jacquard.engine.value.Shop.Named;
import dev.jacquard.engine.value.Shop.Order;
import dev.jacquard.engine.value.Shop.Square;
import dev.jacquard.spec.v1.Primitive;
import dev.jacquard.spec.v1.Scalar;
import dev.jacquard.spec.v1.Type;
import java.io.StringReader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonValuesTest {

  private static final JsonValues JSON = JsonValues.of(TYPES);
  private static final Type INTS = Shop.list(Shop.boxed(Primitive.INT));
  private static final Type DOUBLE = Shop.primitive(Primitive.DOUBLE);

  @Test
  void formsAreAsDocumented() {
    assertThat(JSON.write(DOUBLE, -0.0)).isEqualTo("-0.0");
    assertThat(JSON.write(DOUBLE, Double.NaN)).isEqualTo("\"NaN\"");
    assertThat(JSON.write(Shop.scalar(Scalar.BIG_DECIMAL), new BigDecimal("1.50")))
        .isEqualTo("1.50");
    assertThat(JSON.write(Shop.scalar(Scalar.BIG_INTEGER), BigInteger.TEN.pow(30)))
        .isEqualTo("1" + "0".repeat(30));
    assertThat(JSON.write(Shop.scalar(Scalar.DURATION), Duration.ofSeconds(90)))
        .isEqualTo("\"PT1M30S\"");
    assertThat(JSON.write(Shop.array(Primitive.BYTE), new byte[] {1, 2})).isEqualTo("\"AQI=\"");
    assertThat(JSON.write(Shop.array(Primitive.LONG), new long[] {1, 2})).isEqualTo("[1,2]");
    assertThat(JSON.write(Shop.COLOR, Color.GREEN)).isEqualTo("\"GREEN\"");
    assertThat(JSON.write(Shop.optional(TEXT), Optional.empty())).isEqualTo("null");
    assertThat(JSON.write(Shop.map(Shop.boxed(Primitive.INT), TEXT), Map.of(1, "a")))
        .isEqualTo("{\"1\":\"a\"}");
    Map<String, String> withNull = new LinkedHashMap<>();
    withNull.put("a", null);
    withNull.put(null, "b");
    assertThat(JSON.write(Shop.map(TEXT, TEXT), withNull)).isEqualTo("[[\"a\",null],[null,\"b\"]]");
    assertThat(
            JSON.write(
                Shop.ORDER, new Order(List.of(new Line("s", 2, null)), Optional.of("n"), null)))
        .isEqualTo(
            "{\"lines\":[{\"sku\":\"s\",\"count\":2,\"price\":null}],\"note\":\"n\",\"color\":null}");
    assertThat(JSON.write(Shop.CIRCLE, new Circle(1.5))).isEqualTo("{\"radius\":1.5}");
    assertThat(JSON.write(Shop.FIGURE, new Square(1, new Named("x"))))
        .isEqualTo(
            "{\"$type\":\"Square\",\"side\":1,\"inner\":{\"$type\":\"Named\",\"type\":\"x\"}}");
    assertThat(JSON.write(Shop.FIGURE, Color2.BLUE))
        .isEqualTo("{\"$type\":\"Color2\",\"constant\":\"BLUE\"}");
    assertThat(JSON.write(Shop.outcome(INT), new Outcome.Succeeded<>(1, 5)))
        .isEqualTo("{\"type\":\"Succeeded\",\"index\":1,\"value\":5}");
    assertThat(
            JSON.write(Shop.outcome(INT), new Outcome.Failed<>(1, new Failure(List.of("E"), null))))
        .isEqualTo(
            "{\"type\":\"Failed\",\"index\":1,\"failure\":{\"classNames\":[\"E\"],\"message\":null}}");
  }

  @Test
  void mistakesAreToldWithThePath() {
    assertError(INTS, "[1, 2, 3, \"x\"]", "points[3]: expected int, found \"x\"");
    assertError(INTS, "[1.5]", "points[0]: expected int, found 1.5");
    assertError(
        INTS,
        "[2147483648]",
        "points[0]: expected int (from -2147483648 to 2147483647), found 2147483648");
    assertError(INTS, "7", "points: expected a list (List<Integer>), found 7");
    assertError(INT, "null", "points: expected int, found null");
    assertError(
        INT, "1e999999999", "points: expected int of at most 1000000 digits, found 1e999999999");
    assertError(DOUBLE, "1e400", "points: expected a finite double, found 1e400");
    assertError(
        Shop.primitive(Primitive.CHAR),
        "\"ab\"",
        "points: expected char (a text of one character), found \"ab\"");
    assertError(
        Shop.COLOR, "\"GREN\"", "points: Color has no constant \"GREN\"; did you mean \"GREEN\"?");
    assertError(
        Shop.LINE,
        "{\"sku\": \"a\", \"cuont\": 1, \"price\": 1}",
        "points: Line has no field \"cuont\"; did you mean \"count\"?");
    assertError(
        Shop.LINE, "{\"sku\": \"a\", \"count\": 1}", "points: field \"price\" of Line is missing");
    assertError(
        Shop.list(Shop.LINE),
        "[{\"sku\": 1, \"count\": 1, \"price\": 1}]",
        "points[0] -> sku: expected text, found 1");
    assertError(
        Shop.FIGURE,
        "{\"$type\": \"Circl\", \"radius\": 1}",
        "points: Figure has no variant \"Circl\"; did you mean \"Circle\"?");
    assertError(
        Shop.scalar(Scalar.LOCAL_DATE),
        "\"2026-02-30\"",
        "points: expected LocalDate, found \"2026-02-30\"");
    assertError(
        Shop.scalar(Scalar.UUID), "\"1-1-1-1-1\"", "points: expected UUID, found \"1-1-1-1-1\"");
    assertError(
        Shop.set(TEXT), "[\"a\", \"a\"]", "points: holds an element twice, the second time at [1]");
    assertError(
        Shop.array(Primitive.BYTE), "\"?\"", "points: expected byte[] (base64 text), found \"?\"");
    assertError(Shop.array(Primitive.INT), "[1, true]", "points[1]: expected int, found true");
  }

  @Test
  void textThatIsNoJsonIsToldWithItsPlace() {
    assertThatThrownBy(() -> JSON.read(INTS, "[1,\n 2,,]", "points"))
        .isInstanceOf(ValueException.class)
        .hasMessageStartingWith("points: expected JSON, found what is none at line 2, column");
    assertThatThrownBy(() -> JSON.read(INT, "1 2", "points"))
        .hasMessageContaining("expected one JSON value");
    assertThatThrownBy(() -> JSON.read(INT, "", "points"))
        .hasMessage("points: expected JSON, found nothing");
    assertThatThrownBy(() -> JSON.read(Shop.CIRCLE, "{\"radius\":1,\"radius\":2}", "c"))
        .hasMessageContaining("Duplicate field");
  }

  @Test
  void wholeNumbersMayBeWrittenWithPointOrExponent() {
    assertThat(JSON.read(INTS, "[1.0, 1e3, -0]", "points")).isEqualTo(List.of(1, 1000, 0));
  }

  @ParameterizedTest
  @CsvSource({"11,11", "' 7 ',", "-3,-3"})
  void bareNumbersAreRead(String text, Integer number) {
    if (number == null) {
      assertThatThrownBy(() -> JSON.readBare(INT, text, "n"))
          .hasMessage("n: expected int, found \" 7 \"");
    } else {
      assertThat(JSON.readBare(INT, text, "n")).isEqualTo(number);
    }
  }

  @Test
  void bareTextOfScalarsAndListsIsRead() {
    assertThat(JSON.readBare(TEXT, "[not json", "t")).isEqualTo("[not json");
    assertThat(JSON.readBare(TEXT, "null", "t")).isEqualTo("null");
    assertThat(JSON.readBare(Shop.COLOR, "RED", "c")).isEqualTo(Color.RED);
    assertThat(JSON.readBare(Shop.primitive(Primitive.BOOLEAN), "true", "b")).isEqualTo(true);
    assertThat(JSON.readBare(DOUBLE, "NaN", "d")).isEqualTo(Double.NaN);
    assertThat(JSON.readBare(Shop.scalar(Scalar.LOCAL_DATE), "2026-11-23", "d"))
        .isEqualTo(LocalDate.of(2026, 11, 23));
    UUID uuid = new UUID(1, 2);
    assertThat(JSON.readBare(Shop.scalar(Scalar.UUID), uuid.toString(), "u")).isEqualTo(uuid);
    assertThat(JSON.readBare(INTS, "1, 2,3", "points")).isEqualTo(List.of(1, 2, 3));
    assertThat(JSON.readBare(INTS, "[1,2]", "points")).isEqualTo(List.of(1, 2));
    assertThat(JSON.readBare(INTS, "", "points")).isEqualTo(List.of());
    assertThat(JSON.readBare(INTS, "null", "points")).isNull();
    assertThat((long[]) JSON.readBare(Shop.array(Primitive.LONG), "1,2", "a"))
        .containsExactly(1, 2);
    assertThat(JSON.readBare(Shop.optional(INT), "5", "o")).isEqualTo(Optional.of(5));
    assertThat(JSON.readBare(Shop.optional(INT), "", "o")).isEqualTo(Optional.empty());
    assertThat(JSON.readBare(Shop.CIRCLE, "{\"radius\": 2}", "c")).isEqualTo(new Circle(2));
    assertThatThrownBy(() -> JSON.readBare(INTS, "1,x", "points"))
        .hasMessage("points[1]: expected int, found \"x\"");
  }

  @Test
  void listsAreReadFromJsonLines() {
    assertThat(JSON.readList(INTS, new StringReader("1\n2\n\n3\n"), "points"))
        .isEqualTo(List.of(1, 2, 3));
    assertThat(JSON.readList(INTS, new StringReader("[1, 2]"), "points")).isEqualTo(List.of(1, 2));
    assertThat(JSON.readList(INTS, new StringReader(""), "points")).isEqualTo(List.of());
    assertThat(JSON.readList(Shop.list(INTS), new StringReader("[1]\n[2, 3]\n"), "rows"))
        .isEqualTo(List.of(List.of(1), List.of(2, 3)));
    assertThat(JSON.readList(Shop.list(INTS), new StringReader("[1]\n"), "rows"))
        .isEqualTo(List.of(List.of(1)));
    assertThatThrownBy(() -> JSON.readList(INTS, new StringReader("1\n\"x\"\n"), "points"))
        .hasMessage("points[1]: expected int, found \"x\"");
  }

  @Test
  void mapsAreReadInBothForms() {
    Type type = Shop.map(Shop.boxed(Primitive.INT), TEXT);

    assertThat(JSON.read(type, "{\"1\": \"a\"}", "m")).isEqualTo(Map.of(1, "a"));
    assertThat(JSON.read(type, "[[1, \"a\"]]", "m")).isEqualTo(Map.of(1, "a"));
    assertThatThrownBy(() -> JSON.read(type, "{\"x\": \"a\"}", "m"))
        .hasMessage("m -> key[0]: expected int, found \"x\"");
    assertThatThrownBy(() -> JSON.read(type, "{\"1\": \"a\", \"01\": \"b\"}", "m"))
        .hasMessage("m: holds a key twice, the second time at key[1]");
  }

  @Test
  void nestedNullsStay() {
    assertThat(JSON.read(INTS, "[null, 1]", "points")).isEqualTo(Arrays.asList(null, 1));
    assertThat(JSON.read(INTS, "null", "points")).isNull();
  }

  private static void assertError(Type type, String json, String message) {
    assertThatThrownBy(() -> JSON.read(type, json, "points"))
        .isInstanceOf(ValueException.class)
        .hasMessage(message);
  }
}
