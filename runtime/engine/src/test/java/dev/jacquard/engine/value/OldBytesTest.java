package dev.jacquard.engine.value;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacquard.BlobRef;
import dev.jacquard.Failure;
import dev.jacquard.Outcome;
import dev.jacquard.engine.value.RandomValues.Typed;
import dev.jacquard.engine.value.Shop.Circle;
import dev.jacquard.engine.value.Shop.Color;
import dev.jacquard.engine.value.Shop.Color2;
import dev.jacquard.engine.value.Shop.Line;
import dev.jacquard.engine.value.Shop.Money;
import dev.jacquard.engine.value.Shop.Named;
import dev.jacquard.engine.value.Shop.Order;
import dev.jacquard.engine.value.Shop.Square;
import dev.jacquard.spec.v1.Primitive;
import dev.jacquard.spec.v1.Scalar;
import dev.jacquard.spec.v1.Value;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * Values that an earlier version encoded, read by this one, which writes the same bytes: journals
 * and caches keep them. Lines are only ever added; {@code -Dgolden.update} adds those of new
 * values.
 */
class OldBytesTest {

  private static final String FILE = "old-values.hex";
  private static final ValueEncoding ENCODING = ValueEncoding.of(Shop.TYPES);

  private static final List<Typed> VALUES =
      List.of(
          new Typed(Shop.INT, -7),
          new Typed(Shop.primitive(Primitive.CHAR), '\uffff'),
          new Typed(Shop.primitive(Primitive.LONG), Long.MIN_VALUE),
          new Typed(Shop.primitive(Primitive.FLOAT), Float.intBitsToFloat(0x7fc0beef)),
          new Typed(Shop.primitive(Primitive.DOUBLE), -0.0),
          new Typed(Shop.boxed(Primitive.BOOLEAN), null),
          new Typed(Shop.TEXT, "gr\u00fc\u00df"),
          new Typed(Shop.TEXT, "\ud800x"),
          new Typed(Shop.scalar(Scalar.BIG_INTEGER), BigInteger.TEN.pow(30).negate()),
          new Typed(Shop.scalar(Scalar.BIG_DECIMAL), new BigDecimal("-1.500")),
          new Typed(Shop.scalar(Scalar.INSTANT), Instant.MIN),
          new Typed(Shop.scalar(Scalar.DURATION), Duration.ofNanos(-1)),
          new Typed(Shop.scalar(Scalar.LOCAL_DATE), LocalDate.of(2026, 11, 23)),
          new Typed(
              Shop.scalar(Scalar.LOCAL_DATE_TIME), LocalDateTime.of(2026, 11, 23, 22, 51, 18, 1)),
          new Typed(Shop.scalar(Scalar.UUID), new UUID(1, -2)),
          new Typed(
              Shop.scalar(Scalar.FAILURE),
              new Failure(List.of("a.E", "java.lang.Throwable"), null)),
          new Typed(Shop.scalar(Scalar.BLOB_REF), new BlobRef("ab".repeat(32), 5)),
          new Typed(Shop.list(Shop.boxed(Primitive.INT)), List.of(1, 2, 300)),
          new Typed(Shop.list(Shop.boxed(Primitive.BOOLEAN)), Arrays.asList(true, null)),
          new Typed(Shop.array(Primitive.DOUBLE), new double[] {1.5, Double.NaN}),
          new Typed(Shop.array(Primitive.BYTE), new byte[] {-1, 0}),
          new Typed(Shop.map(Shop.TEXT, Shop.boxed(Primitive.LONG)), Map.of("k", 9L)),
          new Typed(Shop.optional(Shop.TEXT), Optional.empty()),
          new Typed(Shop.outcome(Shop.TEXT), new Outcome.Succeeded<>(4, "v")),
          new Typed(
              Shop.outcome(Shop.TEXT), new Outcome.Failed<>(5, new Failure(List.of("E"), "m"))),
          new Typed(
              Shop.ORDER,
              new Order(List.of(new Line("s", 1, BigDecimal.ONE)), Optional.of("n"), Color.RED)),
          new Typed(Shop.FIGURE, new Square(1, new Named(null))),
          new Typed(Shop.FIGURE, Color2.BLUE),
          new Typed(Shop.CIRCLE, new Circle(2)),
          new Typed(Shop.MONEY, new Money(199)),
          new Typed(Shop.CHAIN, Shop.chain(40)));

  @Test
  void oldBytesAreReadAndWrittenAgain() throws IOException {
    List<String> lines = lines();
    assertThat(lines).hasSameSizeAs(VALUES);
    for (int i = 0; i < VALUES.size(); i++) {
      Typed typed = VALUES.get(i);
      byte[] bytes = HexFormat.of().parseHex(lines.get(i));
      Object decoded = ENCODING.decode(typed.type(), Value.parseFrom(bytes));
      assertThat(ENCODING.equal(typed.type(), decoded, typed.value()))
          .describedAs(typed.toString())
          .isTrue();
      assertThat(ENCODING.encode(typed.type(), typed.value()).toByteArray())
          .describedAs(typed.toString())
          .isEqualTo(bytes);
    }
  }

  private static List<String> lines() throws IOException {
    List<String> lines = new ArrayList<>();
    try (InputStream input = OldBytesTest.class.getResourceAsStream(FILE)) {
      if (input != null) {
        new String(input.readAllBytes(), StandardCharsets.US_ASCII).lines().forEach(lines::add);
      }
    }
    if (System.getProperty("golden.update") != null) {
      for (Typed typed : VALUES.subList(lines.size(), VALUES.size())) {
        lines.add(
            HexFormat.of().formatHex(ENCODING.encode(typed.type(), typed.value()).toByteArray()));
      }
      Path file = Path.of("src/test/resources/dev/jacquard/engine/value", FILE);
      Files.createDirectories(file.getParent());
      Files.writeString(file, String.join("\n", lines) + "\n");
    }
    return lines;
  }
}
