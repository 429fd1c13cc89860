package dev.jacquard.differential;

import static dev.jacquard.differential.Type.*;

import java.util.List;

/** The tasks of the library, as the generator calls them. */
final class Signatures {

  /** A task or workflow: how a call names it, and its types. */
  record Callee(String name, Type result, List<Type> parameters) {}

  private static final List<Callee> TASKS =
      List.of(
          task("twice", INT, INT),
          task("fails", INT, INT),
          task("failsChecked", INT, LONG),
          task("sum", INT, INTS),
          task("sum", INT, INT, INT, INT),
          task("packed", INT, INT),
          task("packed", INT, INT, INT, CHAR),
          task("packed", INT, INT, INT_ARRAY),
          task("failsForever", INT, INT),
          task("orElse", INT, BOXED, INT),
          task("fromLong", INT, LONG),
          task("fromLong", INT, INT),
          task("fromDouble", INT, DOUBLE),
          task("fromDouble", INT, FLOAT),
          task("fromFloat", INT, FLOAT),
          task("fromChar", INT, CHAR),
          task("fromByte", INT, BYTE),
          task("fromShort", INT, SHORT),
          task("fromBoolean", INT, BOOLEAN),
          task("length", INT, STRING),
          task("fromColor", INT, COLOR),
          task("fromPoint", INT, POINT),
          task("fromLine", INT, LINE),
          task("area", INT, SHAPE),
          task("fromBigInteger", INT, BIG_INTEGER),
          task("fromBigDecimal", INT, BIG_DECIMAL),
          task("fromInstant", INT, INSTANT),
          task("fromDuration", INT, DURATION),
          task("fromLocalDate", INT, LOCAL_DATE),
          task("fromLocalDateTime", INT, LOCAL_DATE_TIME),
          task("fromUuid", INT, UUID),
          task("fromOptional", INT, OPTIONAL),
          task("fromMap", INT, MAP),
          task("fromSet", INT, SET),
          task("fromIntArray", INT, INT_ARRAY),
          task("fromByteArray", INT, BYTE_ARRAY),
          task("fromDoubleArray", INT, DOUBLE_ARRAY),
          task("fromLongs", INT, LONGS),
          task("fromStrings", INT, STRINGS),
          task("fromBooleans", INT, BOOLEANS),
          task("fromPoints", INT, POINTS),
          task("fromColors", INT, COLORS),
          task("fromNested", INT, NESTED),
          task("fromOutcomes", INT, OUTCOMES),
          task("fromFailure", INT, FAILURE),
          task("maybe", BOXED, INT),
          task("toLong", LONG, INT),
          task("toDouble", DOUBLE, INT),
          task("toFloat", FLOAT, INT),
          task("toChar", CHAR, INT),
          task("toByte", BYTE, INT),
          task("toShort", SHORT, INT),
          task("isEven", BOOLEAN, INT),
          task("failsOdd", BOOLEAN, INT),
          task("text", STRING, INT),
          task("color", COLOR, INT),
          task("point", POINT, INT),
          task("line", LINE, POINT, POINT),
          task("shape", SHAPE, INT),
          task("bigInteger", BIG_INTEGER, LONG),
          task("bigDecimal", BIG_DECIMAL, INT),
          task("instant", INSTANT, INT),
          task("duration", DURATION, INT),
          task("localDate", LOCAL_DATE, INT),
          task("localDateTime", LOCAL_DATE_TIME, INT),
          task("uuid", UUID, INT),
          task("optional", OPTIONAL, INT),
          task("mapOf", MAP, INT),
          task("setOf", SET, INT, INT),
          task("intArray", INT_ARRAY, INT),
          task("byteArray", BYTE_ARRAY, STRING),
          task("doubleArray", DOUBLE_ARRAY, DOUBLE),
          task("ints", INTS, INT),
          task("longs", LONGS, INT),
          task("strings", STRINGS, INT),
          task("booleans", BOOLEANS, INT),
          task("points", POINTS, INT),
          task("colors", COLORS, INT),
          task("nested", NESTED, INT),
          task("outcomes", OUTCOMES, INT),
          task("failure", FAILURE, INT));

  private Signatures() {}

  private static Callee task(String name, Type result, Type... parameters) {
    return new Callee("Library." + name, result, List.of(parameters));
  }

  static List<Callee> tasksOf(Type result) {
    return TASKS.stream().filter(task -> task.result() == result).toList();
  }
}
