package shop;

import dev.jacquard.Default;
import dev.jacquard.Workflow;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

public final class Defaults {

  enum Color {
    RED,
    GREEN
  }

  record Point(long x, Optional<String> label) {}

  sealed interface Shape {}

  record Circle(double radius) implements Shape {}

  @Workflow
  static void scalars(
      @Default("-7") byte octet,
      @Default("9000000000") Long number,
      @Default("1e3") float ratio,
      @Default("NaN") double none,
      @Default("'") char quote,
      @Default("true") boolean flag,
      @Default("a \"b\"\n\\ $L ü") String text,
      @Default("") String empty,
      @Default("GREEN") Color color,
      @Default("1.50") BigDecimal price,
      @Default("2026-11-23T10:15:30Z") Instant instant,
      @Default("PT1M") Duration duration,
      @Default("123e4567-e89b-12d3-a456-426614174000") UUID id) {}

  @Workflow
  static void parts(
      @Default("[1, null]") List<Integer> numbers,
      @Default("[[\"a\"], []]") List<List<String>> texts,
      @Default("[1, 2]") int[] array,
      @Default("[\"GREEN\"]") Set<Color> colors,
      @Default("{\"RED\": 1, \"GREEN\": null}") Map<Color, Integer> counts,
      @Default("null") Optional<String> nothing,
      @Default("{\"x\": 1, \"label\": \"p\"}") Point point,
      @Default("[{\"type\": \"Circle\", \"radius\": 0.5}]") List<Shape> shapes) {}

  @Workflow
  static void alone(@Default("null") List<String> texts) {}

  @Workflow
  static void trailingOnly(@Default("1") int first, int second, @Default("3") int third) {}
}
