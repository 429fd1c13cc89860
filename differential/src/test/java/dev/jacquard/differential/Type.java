package dev.jacquard.differential;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The Java types that generated programs use, each with the simplest expressions of it. */
enum Type {
  INT("int", "0", "1", "-7", "13", "Integer.MAX_VALUE", "Integer.MIN_VALUE", "LIMIT"),
  LONG("long", "0L", "3L", "-11L", "Long.MAX_VALUE", "4_000_000_000L"),
  DOUBLE("double", "0.0", "1.5", "-2.25", "Double.NaN", "1e300", "-0.0"),
  FLOAT("float", "0f", "0.1f", "-3.5f", "Float.MAX_VALUE"),
  CHAR("char", "'a'", "'\\u00e9'", "'\\uffff'", "'0'"),
  BYTE("byte", "(byte) 0", "(byte) -128", "(byte) 77"),
  SHORT("short", "(short) 0", "(short) -1", "(short) 30000"),
  BOOLEAN("boolean", "false", "true", "(LIMIT > 9)"),
  BOXED("Integer", "Integer.valueOf(4)", "(Integer) null", "Integer.valueOf(900)"),
  STRING("String", "\"\"", "\"a\"", "\"\\u00fcn\\uD83D\\uDE00\"", "NAME", "\"tab\\t\""),
  COLOR("Color", "Color.RED", "Color.GREEN", "Color.BLUE"),
  POINT("Point", "new Point(0, 1L, \"o\")"),
  LINE("Line", "new Line(new Point(1, 2L, \"p\"), null, List.of(1, 2))"),
  SHAPE("Shape", "new Circle(1)", "new Square(2)"),
  BIG_INTEGER("BigInteger", "BigInteger.valueOf(12L)"),
  BIG_DECIMAL("BigDecimal", "BigDecimal.valueOf(1250L, 2)"),
  INSTANT("Instant", "Instant.ofEpochSecond(1700000000L)"),
  DURATION("Duration", "Duration.ofSeconds(90L)"),
  LOCAL_DATE("LocalDate", "LocalDate.of(2024, 2, 29)"),
  LOCAL_DATE_TIME("LocalDateTime", "LocalDateTime.of(1999, 12, 31, 23, 59)"),
  OPTIONAL("Optional<Integer>", "Optional.<Integer>empty()", "Optional.of(5)"),
  MAP("Map<String, Integer>", "Map.<String, Integer>of()", "Map.of(\"k\", 1)"),
  INTS("List<Integer>", "List.<Integer>of()", "List.of(1, 2, 3)", "range(4)"),
  LONGS("List<Long>", "List.<Long>of()", "List.of(5L)"),
  STRINGS("List<String>", "List.<String>of()", "List.of(\"x\", \"yy\")"),
  BOOLEANS("List<Boolean>", "List.<Boolean>of()", "List.of(true, false)"),
  POINTS("List<Point>", "List.<Point>of()"),
  COLORS("List<Color>", "List.<Color>of()", "List.of(Color.BLUE)"),
  NESTED("List<List<Integer>>", "List.<List<Integer>>of()", "List.of(List.of(1), List.of(2, 3))"),
  UUID("UUID"),
  SET("Set<Integer>"),
  INT_ARRAY("int[]"),
  BYTE_ARRAY("byte[]"),
  DOUBLE_ARRAY("double[]"),
  OUTCOMES("List<Outcome<Integer>>"),
  FAILURE("Failure");

  private final String java;

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<String> literals;

  Type(String java, String... literals) {
    this.java = java;
    this.literals = List.of(literals);
  }

  /** How the source writes it. */
  String java() {
    return java;
  }

  /** Expressions without variables or calls; none where only a task makes a value of it. */
  List<String> literals() {
    return literals;
  }

  boolean isNumeric() {
    return switch (this) {
      case INT, LONG, DOUBLE, FLOAT, CHAR, BYTE, SHORT -> true;
      default -> false;
    };
  }

  boolean isReference() {
    return !isNumeric() && this != BOOLEAN;
  }

  /** Whether its text is the same in every run: no sets, maps or arrays. */
  boolean hasStableText() {
    return switch (this) {
      case SET, MAP, INT_ARRAY, BYTE_ARRAY, DOUBLE_ARRAY -> false;
      default -> true;
    };
  }

  /**
   * The type of the elements as a lambda's parameter sees them, if this is a list that programs map
   * over.
   */
  Optional<Type> element() {
    return switch (this) {
      case INTS -> Optional.of(BOXED);
      case STRINGS -> Optional.of(STRING);
      case POINTS -> Optional.of(POINT);
      case COLORS -> Optional.of(COLOR);
      case NESTED -> Optional.of(INTS);
      default -> Optional.empty();
    };
  }

  /** The type of the body whose results {@code map} collects into this list. */
  Optional<Type> mapped() {
    return switch (this) {
      case INTS -> Optional.of(INT);
      case LONGS -> Optional.of(LONG);
      case STRINGS -> Optional.of(STRING);
      case BOOLEANS -> Optional.of(BOOLEAN);
      case POINTS -> Optional.of(POINT);
      case COLORS -> Optional.of(COLOR);
      case NESTED -> Optional.of(INTS);
      default -> Optional.empty();
    };
  }

  static List<Type> mappable() {
    return Arrays.stream(values()).filter(type -> type.element().isPresent()).toList();
  }
}
