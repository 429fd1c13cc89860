package dev.jacquard.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Changes after which a source is likely still Java, though perhaps no workflow any more. */
enum ChangesOfMind {
  NO_TASK("@Task[^\\n]*\\n", "\n"),
  TASK_TOO("@Workflow\\n", "@Workflow @Task\n"),
  NOT_STATIC(" static ([a-zA-Z<>]+ [a-z]\\w*\\()", " $1"),
  PRIVATE("\\n  static ", "\n  private static "),
  GENERIC_METHOD(" static ([a-zA-Z<>]+ [a-z]\\w*\\()", " static <T> $1"),
  GENERIC_RECORD("record (\\w+)\\(", "record $1<T>("),
  THROWING("\\) \\{\\n", ") throws Exception {\n"),
  LOOP("if \\(", "while ("),
  LONG("\\bint\\b", "long"),
  BOXED("\\bint\\b", "Integer"),
  NARROW("\\bint\\b", "byte"),
  VAR("\\n    (?:int|long|boolean|String|List<\\w+>) (\\w+ =)", "\n    var $1"),
  SET("List<", "java.util.Set<"),
  COLLECTION("List<", "java.util.Collection<"),
  WILDCARD("List<(\\w)", "List<? extends $1"),
  RAW("List<\\w+>", "List"),
  OBJECT("String", "Object"),
  ARRAY("List<Integer>", "int[]"),
  FILE("String (\\w+)(?=[,)])", "java.io.File $1"),
  TRY("\\{\\n    return", "{\n    try { assert true; } finally { }\n    return"),
  LABEL("\\n    return ", "\n    here: for (;;) { if (true) break here; }\n    return "),
  SYNCHRONIZED("\\n    return ([^;]*);", "\n    synchronized (\"\") { return $1; }"),
  LOCAL_CLASS("\\n    return ", "\n    class Local { int a; }\n    return "),
  ANONYMOUS("\\n    return ", "\n    new Object() {}.hashCode();\n    return "),
  SWITCH(
      "\\n    return ([^;]*);",
      "\n    return switch (1) { case 1 -> $1; default -> throw new Error(); };"),
  CONDITIONAL("\\n    return ([^;]*);", "\n    return 1 < 2 ? $1 : null;"),
  CAST("\\n    return ([^;]*);", "\n    return (int) ($1);"),
  NULL("\\n    return [^;]*;", "\n    return null;"),
  THROW("\\n    return [^;]*;", "\n    throw new IllegalStateException();"),
  LAMBDA("(\\w+)::(\\w+)", "x -> $1.$2(x)"),
  LAMBDA_BLOCK("(\\w+) -> ([^{};()]*\\([^{};()]*\\))\\)", "$1 -> { return $2; })"),
  VERB("\\bmap\\(", "dev.jacquard.Workflows.tryMap("),
  OTHER_OPERATOR(" [-+*<] ", " / "),
  EQUALS(" [-+*<] ", " == "),
  SHIFT(" [-+*<] ", " >>> "),
  COMPOUND(" = ", " += "),
  INCREMENT("\\n    return ", "\n    int one = 1; one++; --one; one <<= one;\n    return "),
  SYSTEM("\\n    return ", "\n    System.out.println(System.nanoTime());\n    return "),
  STREAM(
      "\\n    return ",
      "\n    java.util.stream.Stream.of(1).map(x -> x + 1).toList();\n    return "),
  NULL_ARGUMENT("\\((\\w+), ", "(null, "),
  FIELD("\\n  private (\\w+)\\(\\)", "\n  static int field;\n  private $1()"),
  INNER("final class", "final class Inner {} class"),
  PARAMETERS("\\((\\w+ \\w+)\\) \\{", "($1, int... more) {"),
  DEFAULT("\\((String|int|long) ", "(@dev.jacquard.Default(\"7\") $1 "),
  BAD_DURATION("\"\\d+m?s\"", "\"soon\""),
  ACTOR("public final class", "@dev.jacquard.Actor public final class"),
  INTERFACE(
      "public final class (\\w+) \\{\\n\\n  private \\w+\\(\\) \\{}", "public interface $1 {");

  private static final List<ChangesOfMind> ALL = List.of(values());

  private final Pattern pattern;
  private final String replacement;

  ChangesOfMind(String pattern, String replacement) {
    this.pattern = Pattern.compile(pattern);
    this.replacement = replacement;
  }

  /** Makes one of them at one of the places where it can be made. */
  static String any(String source, Random random) {
    List<String> changed = new ArrayList<>();
    while (changed.isEmpty()) {
      ChangesOfMind change = ALL.get(random.nextInt(ALL.size()));
      Matcher matcher = change.pattern.matcher(source);
      while (matcher.find()) {
        StringBuilder text = new StringBuilder(source.substring(0, matcher.start()));
        Matcher here = change.pattern.matcher(source).region(matcher.start(), source.length());
        here.useTransparentBounds(true).useAnchoringBounds(false);
        if (here.lookingAt()) {
          text.append(replaced(here, change.replacement)).append(source.substring(here.end()));
          changed.add(text.toString());
        }
      }
      if (changed.isEmpty() && random.nextInt(ALL.size()) == 0) {
        return source;
      }
    }
    return changed.get(random.nextInt(changed.size()));
  }

  private static String replaced(Matcher matcher, String replacement) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < replacement.length(); i++) {
      char c = replacement.charAt(i);
      text.append(c == '$' ? matcher.group(replacement.charAt(++i) - '0') : c);
    }
    return text.toString();
  }
}
