package dev.jacquard.spec.v1;

import static dev.jacquard.spec.v1.PureFunctions.methods;

import java.util.ArrayList;
import java.util.List;

/** Primitives' boxes and {@code Math}, but for its random numbers. */
final class NumberFunctions {

  private static final String[] NUMBER = {
    "byteValue()",
    "shortValue()",
    "intValue()",
    "longValue()",
    "floatValue()",
    "doubleValue()",
    "toString()",
    "hashCode()",
    "equals(Object)",
    "compareTo(this)",
    "valueOf(String)"
  };

  private static final String[] WHOLE = {
    "max(#,#)",
    "min(#,#)",
    "sum(#,#)",
    "signum(#)",
    "bitCount(#)",
    "reverse(#)",
    "reverseBytes(#)",
    "highestOneBit(#)",
    "lowestOneBit(#)",
    "numberOfLeadingZeros(#)",
    "numberOfTrailingZeros(#)",
    "rotateLeft(#,int)",
    "rotateRight(#,int)",
    "toBinaryString(#)",
    "toOctalString(#)",
    "toHexString(#)",
    "toString(#,int)",
    "toUnsignedString(#)",
    "compareUnsigned(#,#)",
    "divideUnsigned(#,#)",
    "remainderUnsigned(#,#)"
  };

  private static final String[] FLOATING = {
    "isNaN()",
    "isInfinite()",
    "isNaN(#)",
    "isInfinite(#)",
    "isFinite(#)",
    "max(#,#)",
    "min(#,#)",
    "sum(#,#)"
  };

  private NumberFunctions() {}

  static List<String> signatures() {
    List<String> all = new ArrayList<>();
    all.addAll(box("java.lang.Byte", "byte", "parseByte(String)"));
    all.addAll(box("java.lang.Short", "short", "parseShort(String)"));
    all.addAll(box("java.lang.Integer", "int", "parseInt(String)", "parseInt(String,int)"));
    all.addAll(methods("java.lang.Integer", of("int", WHOLE)));
    all.addAll(methods("java.lang.Integer", "parseUnsignedInt(String)", "toUnsignedLong(int)"));
    all.addAll(box("java.lang.Long", "long", "parseLong(String)", "parseLong(String,int)"));
    all.addAll(methods("java.lang.Long", of("long", WHOLE)));
    all.addAll(methods("java.lang.Long", "parseUnsignedLong(String)"));
    all.addAll(box("java.lang.Float", "float", "parseFloat(String)"));
    all.addAll(methods("java.lang.Float", of("float", FLOATING)));
    all.addAll(methods("java.lang.Float", "floatToIntBits(float)", "intBitsToFloat(int)"));
    all.addAll(box("java.lang.Double", "double", "parseDouble(String)"));
    all.addAll(methods("java.lang.Double", of("double", FLOATING)));
    all.addAll(methods("java.lang.Double", "doubleToLongBits(double)", "longBitsToDouble(long)"));
    all.addAll(
        methods(
            "java.lang.Boolean",
            "valueOf(boolean)",
            "valueOf(String)",
            "parseBoolean(String)",
            "booleanValue()",
            "toString()",
            "toString(boolean)",
            "hashCode()",
            "equals(Object)",
            "compareTo(this)",
            "compare(boolean,boolean)",
            "logicalAnd(boolean,boolean)",
            "logicalOr(boolean,boolean)",
            "logicalXor(boolean,boolean)"));
    for (String type : List.of("int", "long", "float", "double")) {
      all.addAll(methods("java.lang.Math", of(type, "abs(#)", "max(#,#)", "min(#,#)")));
    }
    for (String type : List.of("int", "long")) {
      all.addAll(methods("java.lang.Math", of(type, EXACT)));
    }
    for (String type : List.of("float", "double")) {
      all.addAll(methods("java.lang.Math", of(type, ROUNDING)));
    }
    all.addAll(
        methods(
            "java.lang.Math",
            "floorDiv(long,int)",
            "floorMod(long,int)",
            "multiplyExact(long,int)",
            "toIntExact(long)",
            "multiplyFull(int,int)",
            "multiplyHigh(long,long)"));
    all.addAll(methods("java.lang.Math", of("double", REAL)));
    return all;
  }

  private static final String[] EXACT = {
    "floorDiv(#,#)",
    "floorMod(#,#)",
    "addExact(#,#)",
    "subtractExact(#,#)",
    "multiplyExact(#,#)",
    "incrementExact(#)",
    "decrementExact(#)",
    "negateExact(#)",
    "absExact(#)"
  };

  private static final String[] ROUNDING = {
    "round(#)",
    "signum(#)",
    "ulp(#)",
    "copySign(#,#)",
    "getExponent(#)",
    "nextUp(#)",
    "nextDown(#)",
    "scalb(#,int)",
    "fma(#,#,#)",
    "nextAfter(#,double)"
  };

  private static final String[] REAL = {
    "sqrt(#)",
    "cbrt(#)",
    "floor(#)",
    "ceil(#)",
    "rint(#)",
    "pow(#,#)",
    "exp(#)",
    "expm1(#)",
    "log(#)",
    "log10(#)",
    "log1p(#)",
    "sin(#)",
    "cos(#)",
    "tan(#)",
    "asin(#)",
    "acos(#)",
    "atan(#)",
    "atan2(#,#)",
    "sinh(#)",
    "cosh(#)",
    "tanh(#)",
    "hypot(#,#)",
    "toRadians(#)",
    "toDegrees(#)",
    "IEEEremainder(#,#)"
  };

  private static List<String> box(String owner, String primitive, String... parsers) {
    List<String> all = new ArrayList<>(methods(owner, NUMBER));
    all.addAll(methods(owner, parsers));
    all.addAll(methods(owner, of(primitive, "valueOf(#)", "toString(#)", "compare(#,#)")));
    return all;
  }

  /** Methods that there are for several primitives, for one of them. */
  private static String[] of(String primitive, String... methods) {
    String[] typed = new String[methods.length];
    for (int i = 0; i < typed.length; i++) {
      typed[i] = methods[i].replace("#", primitive);
    }
    return typed;
  }
}
