package dev.jacquard.spec.v1;

import static dev.jacquard.spec.v1.PureFunctions.methods;

import java.util.ArrayList;
import java.util.List;

/** BigInteger and BigDecimal, but for their random numbers and what asks for a MathContext. */
final class BigNumberFunctions {

  private BigNumberFunctions() {}

  static List<String> signatures() {
    List<String> all = new ArrayList<>();
    all.addAll(
        methods(
            "java.math.BigInteger",
            "<init>(String)",
            "<init>(String,int)",
            "valueOf(long)",
            "add(this)",
            "subtract(this)",
            "multiply(this)",
            "divide(this)",
            "remainder(this)",
            "mod(this)",
            "modPow(this,this)",
            "modInverse(this)",
            "pow(int)",
            "gcd(this)",
            "abs()",
            "negate()",
            "signum()",
            "sqrt()",
            "min(this)",
            "max(this)",
            "and(this)",
            "or(this)",
            "xor(this)",
            "not()",
            "andNot(this)",
            "shiftLeft(int)",
            "shiftRight(int)",
            "testBit(int)",
            "setBit(int)",
            "clearBit(int)",
            "flipBit(int)",
            "bitLength()",
            "bitCount()",
            "intValue()",
            "longValue()",
            "floatValue()",
            "doubleValue()",
            "byteValueExact()",
            "shortValueExact()",
            "intValueExact()",
            "longValueExact()",
            "toString()",
            "toString(int)",
            "hashCode()",
            "compareTo(this)",
            "equals(Object)"));
    all.addAll(
        methods(
            "java.math.BigDecimal",
            "<init>(String)",
            "<init>(int)",
            "<init>(long)",
            "<init>(double)",
            "<init>(java.math.BigInteger)",
            "<init>(java.math.BigInteger,int)",
            "valueOf(long)",
            "valueOf(long,int)",
            "valueOf(double)",
            "add(this)",
            "subtract(this)",
            "multiply(this)",
            "divide(this)",
            "divide(this,java.math.RoundingMode)",
            "divide(this,int,java.math.RoundingMode)",
            "divideToIntegralValue(this)",
            "remainder(this)",
            "pow(int)",
            "abs()",
            "negate()",
            "plus()",
            "signum()",
            "scale()",
            "precision()",
            "unscaledValue()",
            "setScale(int)",
            "setScale(int,java.math.RoundingMode)",
            "movePointLeft(int)",
            "movePointRight(int)",
            "scaleByPowerOfTen(int)",
            "stripTrailingZeros()",
            "min(this)",
            "max(this)",
            "toBigInteger()",
            "toBigIntegerExact()",
            "intValue()",
            "longValue()",
            "floatValue()",
            "doubleValue()",
            "byteValueExact()",
            "shortValueExact()",
            "intValueExact()",
            "longValueExact()",
            "toString()",
            "toPlainString()",
            "toEngineeringString()",
            "hashCode()",
            "compareTo(this)",
            "equals(Object)"));
    return all;
  }
}
