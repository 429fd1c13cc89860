import dev.jacquard.Default;
import dev.jacquard.Workflow;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

final class Defaults {

  enum Color {
    RED,
    GREEN
  }

  record Point(int x, Integer y) {}

  sealed interface Shape {}

  record Circle(double radius) implements Shape {}

  record Square(double side) implements Shape {}

  @Workflow
  static void scalars(
      @Default("eleven") int a, // ERROR BadDefault: The default of 'a' must be a whole number from -2147483648 to 2147483647; found "eleven"
      @Default("2147483648") int b, // ERROR BadDefault: found "2147483648"
      @Default("128") byte c, // ERROR BadDefault: from -128 to 127
      @Default(" 1") long d, // ERROR BadDefault: found " 1"
      @Default("1e999") double e, // ERROR BadDefault: a number that a double can hold
      @Default("ab") char f, // ERROR BadDefault: one character
      @Default("yes") boolean g, // ERROR BadDefault: true or false
      @Default("null") Integer h, // ERROR BadDefault: found "null"
      @Default("GREN") Color i, // ERROR BadDefault: a constant of Color; found "GREN". Did you mean GREEN?
      @Default("MAGENTA") Color j, // ERROR BadDefault: Choose one of RED, GREEN.
      @Default("today") LocalDate k, // ERROR BadDefault: a date such as 2026-11-23
      @Default("12:00") Instant l, // ERROR BadDefault: an instant such as
      @Default("1-1-1-1-1") UUID m, // ERROR BadDefault: a UUID such as
      @Default("1,5") BigDecimal n, // ERROR BadDefault: must be a number
      @Default int o) {} // ERROR BadDefault: found ""

  @Workflow
  static void literals(
      @Default("1, 2") List<Integer> a, // ERROR BadDefault: a JSON literal; found "1, 2". Write one, such as [1, 2].
      @Default("1") List<Integer> b, // ERROR BadDefault: must be a list; found "1"
      @Default("[1, \"2\"]") List<Integer> c, // ERROR BadDefault: a whole number
      @Default("[1, null]") int[] d, // ERROR BadDefault: a whole number
      @Default("[1, 1]") Set<Integer> e, // ERROR BadDefault: Write each element once.
      @Default("[1]") Map<String, Integer> f, // ERROR BadDefault: must be an object
      @Default("{\"GREN\": 1}") Map<Color, Integer> g, // ERROR BadDefault: Did you mean GREEN?
      @Default("{\"x\": 1}") Point h, // ERROR BadDefault: whole, with the field "y" of Point
      @Default("{\"x\": 1, \"y\": null, \"z\": 2}") Point i, // ERROR BadDefault: of fields that Point has, not "z"
      @Default("{\"x\": null, \"y\": 1}") Point j, // ERROR BadDefault: a whole number
      @Default("{\"type\": \"Circel\", \"radius\": 1}") Shape k, // ERROR BadDefault: Did you mean Circle?
      @Default("[]") Optional<Integer> l, // ERROR BadDefault: a whole number
      @Default("[1") List<Integer> m) {} // ERROR BadDefault: a JSON literal
}
