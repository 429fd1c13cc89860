package dev.jacquard.engine.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A small application, compiled with one thing or another changed. */
final class FingerprintTest {

  private static final String ACTOR = "shop.Scorer";

  @TempDir Path folder;

  private final Map<String, String> sources = new LinkedHashMap<>();
  private int compilations;

  @BeforeEach
  void writeTheApplication() {
    sources.put("Base", "class Base { int factor() { return 3; } }");
    sources.put("Mode", "enum Mode { FAST, SLOW }");
    sources.put("Lambdas", "class Lambdas { static int half(int n) { return n / 2; } }");
    sources.put("References", "class References { static int more(int n) { return n + 5; } }");
    sources.put("Field", "class Field { static final Object KEY = 7; }");
    sources.put("Thrown", "class Thrown extends RuntimeException { int code = 1; }");
    sources.put("Deep", "class Deep { static int deep(int n) { return n ^ 9; } }");
    sources.put("Far", "class Far { static int far(int n) { return Deep.deep(n); } }");
    sources.put("Shape", "sealed interface Shape permits Round {}");
    sources.put(
        "Round", "record Round(int radius) implements Shape { int area() { return 3 * radius; } }");
    sources.put("Unrelated", "class Unrelated { static int other() { return 1; } }");
    sources.put(
        "Read",
        """
        import java.lang.annotation.*;
        @Retention(RetentionPolicy.RUNTIME) @interface Read { int value(); }
        """);
    sources.put("Kept", "@interface Kept { int value(); }");
    sources.put(
        "Scorer",
        """
        import java.util.function.*;
        @Read(1) @Kept(1) public class Scorer extends Base {
          private Field field;
          int score(int n, Mode mode, Shape shape) {
            final int constant = 77;
            final String text = "text";
            int sum = 0;
            for (int i = 0; i < n; i++) {
              final long inner = 5L;
              if (i % 3 == 0) { continue; }
              sum += inner + text.length();
            }
            IntUnaryOperator lambda = x -> Lambdas.half(x);
            IntUnaryOperator same = x -> Lambdas.half(x);
            IntUnaryOperator reference = References::more;
            switch (mode) {
              case FAST: sum += 1; break;
              default: sum += 2;
            }
            try { sum += Far.far(sum); } catch (Thrown e) { sum = e.code; }
            return sum + factor() + constant + lambda.applyAsInt(n) + same.applyAsInt(n)
                + reference.applyAsInt(n);
          }
        }
        """);
  }

  private String fingerprint(String... options) {
    try (PathCode code = PathCode.open(ClassPath.of(List.of(compile(options))))) {
      return code.fingerprint(ACTOR);
    }
  }

  private Path compile(String... options) {
    try {
      Path at = Files.createDirectories(folder.resolve("classes-" + ++compilations));
      Path source = Files.createDirectories(folder.resolve("source-" + compilations));
      List<String> words =
          new ArrayList<>(List.of("-proc:none", "-cp", "", "--release", "17", "-d", at.toString()));
      words.addAll(Arrays.asList(options));
      for (Map.Entry<String, String> each : sources.entrySet()) {
        Path file = source.resolve(each.getKey() + ".java");
        words.add(Files.writeString(file, "package shop;\n" + each.getValue()).toString());
      }
      int result =
          ToolProvider.getSystemJavaCompiler().run(null, null, null, words.toArray(new String[0]));
      assertThat(result).isZero();
      return at;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private void change(String source, String from, String to) {
    String before = sources.get(source);
    assertThat(before).contains(from);
    sources.put(source, before.replace(from, to));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-g", "-g:none", "-g:vars", "-g:lines", "-g:source", "-parameters"})
  void whatIsForDebuggersDoesNotCount(String option) {
    assertThat(fingerprint(option)).isEqualTo(fingerprint()).matches("[0-9a-f]{64}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Scorer     | constant = 77   | constant = 78",
        "Scorer     | inner = 5L      | inner = 6L",
        "Scorer     | sum += 1;       | sum += 3;",
        "Scorer     | sum = e.code    | sum = 0",
        "Scorer     | @Read(1)        | @Read(2)",
        "Base       | return 3        | return 4",
        "Lambdas    | n / 2           | n / 3",
        "References | n + 5           | n + 6",
        "Mode       | FAST, SLOW      | SLOW, FAST",
        "Field      | KEY = 7         | KEY = 8",
        "Thrown     | code = 1        | code = 2",
        "Deep       | n ^ 9           | n ^ 8",
        "Round      | 3 * radius      | 4 * radius",
        "Read       | int value();    | int value(); int other() default 1;",
      })
  void whatIsReachedCounts(String source, String from, String to) {
    String before = fingerprint();
    change(source, from, to);
    assertThat(fingerprint()).isNotEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Unrelated | return 1         | return 2",
        "Scorer    | @Kept(1)         | @Kept(2)",
        "Scorer    | int sum = 0;     | int sum = 0; // nothing",
        "Scorer    | x -> Lambdas     | renamed -> Lambdas",
        "Scorer    | private Field    | static class Beside { int n = 4; } private Field",
      })
  void whatIsNotReachedDoesNot(String source, String from, String to) {
    String before = fingerprint();
    change(source, from, to.replace("Lambdas.half(x)", "Lambdas.half(renamed)"));
    if (to.contains("renamed")) {
      change(source, "Lambdas.half(x)", "Lambdas.half(renamed)");
    }
    assertThat(fingerprint()).isEqualTo(before);
  }

  @Test
  void orderAndPackingOfTheJarDoNotCount() throws IOException {
    Path classes = compile();
    List<Path> files;
    try (Stream<Path> all = Files.walk(classes)) {
      files = new ArrayList<>(all.filter(Files::isRegularFile).toList());
    }
    String expected;
    try (PathCode code = PathCode.open(ClassPath.of(List.of(classes)))) {
      expected = code.fingerprint(ACTOR);
    }
    for (boolean reversed : new boolean[] {false, true}) {
      Collections.sort(files, reversed ? Collections.reverseOrder() : null);
      Path jar = folder.resolve(reversed + ".jar");
      try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
        out.putNextEntry(new JarEntry("resource" + reversed));
        for (Path file : files) {
          out.putNextEntry(new JarEntry(classes.relativize(file).toString()));
          Files.copy(file, out);
        }
      }
      try (PathCode code = PathCode.open(ClassPath.of(List.of(jar)))) {
        assertThat(code.fingerprint(ACTOR)).isEqualTo(expected);
      }
    }
  }

  @Test
  void classThatIsReachedButNotThereCountsWhenItComes() throws IOException {
    Path classes = compile();
    Files.delete(classes.resolve("shop/Deep.class"));
    try (PathCode code = PathCode.open(ClassPath.of(List.of(classes)))) {
      assertThat(code.fingerprint(ACTOR)).isNotEqualTo(fingerprint());
    }
  }

  @Test
  void codeOfALoaderHasTheFingerprintsOfItsClasses() {
    LoaderCode own = LoaderCode.of(FingerprintTest.class);
    String name = FingerprintTest.class.getName();
    assertThat(own.fingerprint(name)).isEqualTo(own.fingerprint(name)).matches("[0-9a-f]{64}");
    assertThat(own.fingerprint(ClassPathTest.class.getName())).isNotEqualTo(own.fingerprint(name));
  }

  @Test
  void whatIsNotThereHasNone() {
    assertThatThrownBy(() -> LoaderCode.of(FingerprintTest.class).fingerprint("shop.Nothing"))
        .isInstanceOf(CodeException.class)
        .hasMessage("The fingerprint of shop.Nothing must be taken of its class file; found none.");
  }
}
