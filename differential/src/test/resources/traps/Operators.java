package traps;
import static dev.jacquard.Workflows.*;
import dev.jacquard.*;
import java.math.*;
import java.time.*;
import java.util.*;
/** Operators, casts, constants, and the order in which what fails is reached. */
public final class Operators {
  private Operators() {}
  static final int BIG = Integer.MAX_VALUE + 1;
  static final long SECONDS = 24 * 60 * 60 * 1000 * 1000;
  static final char C = 'a' + 1;
  static final byte B = (byte) 300;
  static final String T = "x" + 1 + 2 + 'c' + 1.0f + 1e10 + (char) 66;
  @Task static int id(int x) { return x; }
  @Task static String s(String x) { return x; }
  @Task static int odd(int x) { if (x % 2 != 0) throw new IllegalStateException("odd " + x); return x; }
  @Workflow static int constants(int x) { return BIG + C + B + (int) SECONDS + x + Integer.MIN_VALUE; }
  @Workflow static String text(int x) { return T + x + C; }
  @Workflow static int compound(int x, double d) { x += d; x -= 0.5; x *= 1.5f; x <<= 33L; x >>>= 1; return x; }
  @Workflow static byte compoundByte(byte b, int i) { b += i; b *= 2; b >>= 1; b++; b ^= 0x1ff; return b; }
  @Workflow static byte compoundByteU(byte b, int i) { b >>>= i; return b; }
  @Workflow static char compoundChar(char c, int i) { c += 1; c += i; c--; c *= 2; return c; }
  @Workflow static short compoundShort(short s, double i) { s += i; s /= 3; s %= 7; ++s; return s; }
  @Workflow static String plusEq(String s, char c, Integer i, double d, float f, long l, boolean b) { s += c; s += i; s += d; s += f; s += l; s += b; s += null; s += 1 + 2; return s; }
  @Workflow static long compoundLong(long x, float f, int i) { x += f; x |= i; x &= ~i; x <<= i; x >>= 70L; return x; }
  @Workflow static float compoundFloat(float x, double d, long l) { x += d; x *= l; x++; return x; }
  @Workflow static Integer compoundBoxed(Integer x, int y) { x += y; x++; --x; return x; }
  @Workflow static Character boxedChar(Character c) { c++; return c; }
  @Workflow static Byte boxedByte(Byte c) { c++; c--; return c; }
  @Workflow static Boolean boxedBool(Boolean b, boolean o) { b &= o; b |= false; b ^= true; return b; }
  @Workflow static int shift(int x, long n) { return (x << n) ^ (x >> n) ^ (x >>> n); }
  @Workflow static long shiftL(long x, long n, byte m) { return (x << n) ^ (x >> m) ^ (x >>> m); }
  @Workflow static int shiftChar(char c, char n) { return (c << n) + (c >>> n); }
  @Workflow static int div(int a, int b) { return a / b + a % b; }
  @Workflow static long divL(long a, int b) { return a / b - a % b; }
  @Workflow static double rem(double a, float b) { return a % b; }
  @Workflow static int castD(double d) { return (int) d + (byte) d + (char) d + (short) d; }
  @Workflow static long castL(float d) { return (long) d ^ (int) d; }
  @Workflow static char castC(long d) { return (char) d; }
  @Workflow static byte castB(char d) { return (byte) d; }
  @Workflow static float castF(long d) { return d; }
  @Workflow static double castFD(float d) { return d + 0.1; }
  @Workflow static float castDF(double d) { return (float) d; }
  @Workflow static boolean cmp(double a, double b) { return a < b == a >= b | a == b; }
  @Workflow static boolean nan(double a) { return a != a; }
  @Workflow static boolean zero(double a) { return a == -0.0; }
  @Workflow static boolean mixedCmp(long a, float b) { return a == b; }
  @Workflow static boolean charCmp(char a, int b) { return a == b || a < b; }
  @Workflow static boolean boxCmp(Integer a, int b) { return a == b; }
  @Workflow static boolean boxCmp2(Integer a, Long b) { return a < b; }
  @Workflow static boolean boxCmp3(Integer a, long b) { return a == b; }
  @Workflow static boolean boxBool(Boolean a, boolean b) { return a == b; }
  @Workflow static boolean boxBools(Boolean a, Boolean b) { return a && b || !a; }
  @Workflow static String cat(String a, char b, Integer c, float d, double e, List<Integer> f, Character g) { return a + b + c + d + e + f + g; }
  @Workflow static String cat2(char a, char b) { return a + b + "" + a + b; }
  @Workflow static String cat3(String a) { return a + a; }
  @Workflow static String cat4(int a, int b) { return a + b + "x" + a + b + (a + b); }
  @Workflow static String cat5(double[] d) { return "" + d.length; }
  @Workflow static String cat6(long l, short s, byte b, boolean z) { return "" + l + s + b + z; }
  @Workflow static int tern(boolean b, Integer x, int y) { return b ? x : y; }
  @Workflow static Integer ternBoxed(boolean b, Integer x, int y) { return b ? x : y; }
  @Workflow static Integer ternNull(boolean b, int y) { return b ? null : y; }
  @Workflow static long ternMixed(boolean b, Integer x, Long y) { return b ? x : y; }
  @Workflow static double ternD(boolean b, int x, double y) { return b ? x : y; }
  @Workflow static String ternChar(boolean b, char x) { return "" + (b ? x : 0) + (b ? x : 'z'); }
  @Workflow static String ternCharI(boolean b, char x, int y) { return "" + (b ? x : y); }
  @Workflow static String ternByteChar(boolean b, byte x) { return "" + (b ? x : 'b') + (b ? x : 1000); }
  @Workflow static String ternByteShort(boolean b, byte x, short y) { return "" + (b ? x : y); }
  @Workflow static String ternBoxedMixed(boolean b, Integer x, Double y) { return "" + (b ? x : y); }
  @Workflow static String ternCharBox(boolean b, Character x) { return "" + (b ? x : 0); }
  @Workflow static Object2 nothing(boolean b) { return b ? new Object2(1, null) : null; }
  record Object2(int a, String b) {}
  @Workflow static int unboxArith(Integer a, Character b, Long c, Byte d) { return (int) (a + b * c - d); }
  @Workflow static int neg(byte b, char c) { return -b + ~c + +c; }
  @Workflow static long negL(Integer b) { return -b; }
  @Workflow static double negD(double b) { return -b; }
  @Workflow static double sub(double b) { return 0.0 - b; }
  @Workflow static boolean not(Boolean b) { return !b; }
  @Workflow static int incs(int x) { int y = x++ + ++x; return y * 31 + x-- - --x; }
  @Workflow static int assignExpr(int x) { int a; int b = (a = x) + (x = 5) + a; return a * b + x; }
  @Workflow static int selfAssign(int x) { x = x++ + x; x += x++; x += (x = 3) + x; return x; }
  @Workflow static int order(int x, int y) { return (x / y) + odd(x) * (x = y) + x; }
  @Workflow static int order2(int[] a, int i) { return a[i] + a[i = 0] + i; }
  @Workflow static int order3(int x) { return id(x = x + 1) + id(x = x * 2) + x; }
  @Workflow static int order4(int x) { int y = odd(x) / 0; return y + odd(x + 1); }
  @Workflow static int order5(List<Integer> l, int i) { return l.get(i) + odd(i); }
  @Workflow static int order6(int i, Integer n) { return n + odd(i); }
  @Workflow static int order7(int i, Integer n) { return odd(i) + n; }
  @Workflow static int order8(int i, String n) { return odd(n.length()) + odd(i) / i; }
  @Workflow static int unusedFail(int i) { int u = 1 / i; int w = odd(i); return 3; }
  @Workflow static int unusedFail2(int[] a, int i) { int u = a[i]; odd(i); return 3; }
  @Workflow static int unusedLazy(boolean b, int i) { boolean r = b && 1 / i > 0; boolean q = b || odd(i) > 1; return 1; }
  @Workflow static boolean eager(boolean b, int i) { return b & 1 / i >= 0 | odd(i) > 0; }
  @Workflow static int constFold() { return (1 << 33) + ('a' * 2) + (byte) 200 + (int) 3e10 + (char) -1 + (5 / 2) + (int) (0.1f + 0.2f); }
  @Workflow static double constFoldD() { return 0.1 + 0.2 + 0.1f + 1 / 3 + 1 / 3.0 + 1e308 * 10 + (float) 1e40; }
  @Workflow static String constFoldS() { return "a" + 1.0 + 1.0f + 100.0e6 + 'c' + 1L + true + (char) 97 + (byte) -1 + 0.1f + 1e-5; }
  @Workflow static boolean constFoldB() { return "ab".length() == 2 && !(1 > 2) && (0.0 == -0.0); }
  @Workflow static int divConst(int x) { return x + 1 / (x & 0); }
  @Workflow static int remNeg(int a, int b) { return Math.floorMod(a, b) + Math.floorDiv(a, b) + Math.abs(a) + Math.max(a, b); }
  @Workflow static double math(double a, double b) { return Math.max(a, b) + Math.min(a, b) + Math.sqrt(a) + Math.floor(b) + Math.ceil(b); }
  @Workflow static float mathF(float a, float b) { return Math.max(a, b) + Math.min(a, b) + Math.abs(b); }
  @Workflow static long round(double a, float b) { return Math.round(a) + Math.round(b); }
  @Workflow static int parse(String s) { return Integer.parseInt(s); }
  @Workflow static long parseL(String s) { return Long.parseLong(s); }
  @Workflow static double parseD(String s) { return Double.parseDouble(s); }
  @Workflow static boolean parseB(String s) { return Boolean.parseBoolean(s); }
}
