package dev.jacquard.examples;

import dev.jacquard.examples.language.Arithmetic;
import dev.jacquard.examples.language.ArithmeticWorkflows;
import dev.jacquard.examples.language.Defaults;
import dev.jacquard.examples.language.DefaultsWorkflows;
import dev.jacquard.examples.language.Enums;
import dev.jacquard.examples.language.EnumsWorkflows;
import dev.jacquard.examples.language.ListsAndMaps;
import dev.jacquard.examples.language.ListsAndMapsWorkflows;
import dev.jacquard.examples.language.Optionals;
import dev.jacquard.examples.language.OptionalsWorkflows;
import dev.jacquard.examples.language.Outcomes;
import dev.jacquard.examples.language.OutcomesWorkflows;
import dev.jacquard.examples.language.Records;
import dev.jacquard.examples.language.RecordsWorkflows;
import dev.jacquard.examples.language.SealedShapes;
import dev.jacquard.examples.language.SealedShapesWorkflows;
import dev.jacquard.examples.language.Texts;
import dev.jacquard.examples.language.TextsWorkflows;
import dev.jacquard.examples.language.TimeAndMoney;
import dev.jacquard.examples.language.TimeAndMoneyWorkflows;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The types of values, and expressions on them. */
final class ValueExamples {

  private ValueExamples() {}

  static Stream<Example> examples() {
    return Stream.of(
        Example.of(Records.class, "legs", ValueExamples::legs),
        Example.of(SealedShapes.class, "areas", ValueExamples::areas),
        Example.of(Enums.class, "assign", ValueExamples::assign),
        Example.of(Optionals.class, "greet", ValueExamples::greet),
        Example.of(Outcomes.class, "sumOfNumbers", ValueExamples::sumOfNumbers),
        Example.of(ListsAndMaps.class, "inventory", ValueExamples::inventory),
        Example.of(Arithmetic.class, "consumption", ValueExamples::consumption),
        Example.of(Texts.class, "label", ValueExamples::label),
        Example.of(TimeAndMoney.class, "bill", ValueExamples::bill),
        Example.of(Defaults.class, "report", ValueExamples::report));
  }

  private static Trial legs(Inputs in) {
    Records.Place from = place(in);
    List<Records.Place> others = in.listOf(in.orNull(() -> place(in)));
    return Trial.of(() -> Records.legs(from, others), RecordsWorkflows.legs(from, others));
  }

  private static Trial areas(Inputs in) {
    List<SealedShapes.Shape> shapes = in.listOf(() -> shape(in, 2));
    int side = in.number();
    return Trial.of(
        () -> SealedShapes.areas(shapes, side), SealedShapesWorkflows.areas(shapes, side));
  }

  private static Trial assign(Inputs in) {
    String ticket = in.text();
    Enums.Priority priority = in.oneOf(Enums.Priority.values());
    return Trial.of(() -> Enums.assign(ticket, priority), EnumsWorkflows.assign(ticket, priority));
  }

  private static Trial greet(Inputs in) {
    List<String> people = in.listOf(in.orNull(in::text));
    String start = in.oneOf("", "a", "B");
    Optional<String> title = in.flag() ? Optional.of(in.text()) : Optional.empty();
    return Trial.of(
        () -> Optionals.greet(people, start, title),
        OptionalsWorkflows.greet(people, start, title));
  }

  private static Trial sumOfNumbers(Inputs in) {
    List<String> texts = in.listOf(in.orNull(() -> in.oneOf("1", "-5", "99", in.text())));
    return Trial.of(() -> Outcomes.sumOfNumbers(texts), OutcomesWorkflows.sumOfNumbers(texts));
  }

  private static Trial inventory(Inputs in) {
    Map<String, Integer> stock = new LinkedHashMap<>();
    in.listOf(in::text).forEach(key -> stock.put(key, in.onceIn(20) ? -1 : in.number()));
    List<String> asked = in.listOf(in.orNull(in::text));
    return Trial.of(
        () -> ListsAndMaps.inventory(stock, asked), ListsAndMapsWorkflows.inventory(stock, asked));
  }

  private static Trial consumption(Inputs in) {
    int meters = in.number();
    byte gear = (byte) in.between(-2, 5);
    long start = in.number();
    return Trial.of(
        () -> Arithmetic.consumption(meters, gear, start),
        ArithmeticWorkflows.consumption(meters, gear, start));
  }

  private static Trial label(Inputs in) {
    String path = in.text() + in.oneOf("", "/", "/.") + in.text();
    long bytes = in.number();
    char drive = in.oneOf('a', 'Z', '\u00e9');
    return Trial.of(
        () -> Texts.label(path, bytes, drive), TextsWorkflows.label(path, bytes, drive));
  }

  private static Trial bill(Inputs in) {
    LocalDate month = LocalDate.of(2026, in.between(1, 12), in.between(1, 28));
    BigDecimal rent = BigDecimal.valueOf(in.number(), in.between(-2, 2));
    Instant paid = Instant.ofEpochSecond(in.between(-1, 3));
    int days = in.number();
    return Trial.of(
        () -> TimeAndMoney.bill(month, rent, paid, days),
        TimeAndMoneyWorkflows.bill(month, rent, paid, days));
  }

  private static Trial report(Inputs in) {
    String title = in.text();
    LocalDate day = LocalDate.of(2026, 11, in.between(1, 30));
    Duration every = Duration.ofMillis(in.number());
    BigDecimal share = BigDecimal.valueOf(in.number(), in.between(-3, 3));
    List<String> columns = in.listOf(in::text);
    Map<String, Integer> regions = in.flag() ? Map.of("north", in.number()) : Map.of();
    boolean total = in.flag();
    return Trial.of(
        () -> Defaults.report(title, day, every, share, columns, regions, total),
        DefaultsWorkflows.report(title, day, every, share, columns, regions, total));
  }

  private static Records.Place place(Inputs in) {
    return new Records.Place(in.text(), in.number(), in.number());
  }

  private static SealedShapes.Shape shape(Inputs in, int depth) {
    return switch (in.between(0, depth > 0 ? 2 : 1)) {
      case 0 -> new SealedShapes.Square(in.number());
      case 1 -> new SealedShapes.Rectangle(in.number(), in.number());
      default -> new SealedShapes.Group(in.listOf(in.between(0, 2), () -> shape(in, depth - 1)));
    };
  }
}
