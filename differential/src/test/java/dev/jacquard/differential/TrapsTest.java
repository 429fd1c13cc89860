package dev.jacquard.differential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacquard.engine.code.Code;
import dev.jacquard.engine.code.LoaderCode;
import dev.jacquard.engine.testing.SteppedRun;
import dev.jacquard.engine.testing.SteppedRuntime;
import dev.jacquard.processor.JacquardProcessor;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Plain Java and graph agree on workflows written by hand, each about a trap of the language: those
 * of {@code src/test/resources/traps}.
 */
class TrapsTest {

  private static final int DRAWS = 40;

  @TempDir static Path classes;
  private static URLClassLoader loader;

  @BeforeAll
  static void compile() throws IOException, URISyntaxException {
    URL traps = Objects.requireNonNull(TrapsTest.class.getResource("/traps"));
    try (Stream<Path> sources = Files.list(Path.of(traps.toURI()))) {
      loader = Compilation.compileFiles(sources.toList(), new JacquardProcessor(), classes);
    }
  }

  @AfterAll
  static void close() throws IOException {
    loader.close();
  }

  static List<String> workflows() throws IOException {
    try (Stream<Path> specs = Files.list(classes.resolve("META-INF/jacquard"))) {
      return specs
          .map(spec -> spec.getFileName().toString().replaceFirst("\\.pb$", ""))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("workflows")
  void plainJavaAndGraphAgree(String workflow) throws ReflectiveOperationException {
    int dot = workflow.lastIndexOf('.');
    Method method =
        method(loader.loadClass(workflow.substring(0, dot)), workflow.substring(dot + 1));
    Code code = LoaderCode.of(loader);
    Random random = new Random(workflow.hashCode());
    DrawnValues values = new DrawnValues(random);
    for (int i = 0; i < DRAWS; i++) {
      List<Object> arguments =
          Arrays.stream(method.getGenericParameterTypes()).map(values::of).toList();
      SteppedRun graph = SteppedRuntime.run(code, workflow, arguments, random.nextLong());
      assertThat(text(new Answer(graph.value(), Optional.ofNullable(graph.cause()), List.of())))
          .as("%s on %s", workflow, DrawnValues.text(arguments))
          .isEqualTo(text(plain(method, arguments)));
    }
  }

  private static Method method(Class<?> type, String name) {
    Method method =
        Arrays.stream(type.getDeclaredMethods())
            .filter(it -> it.getName().equals(name))
            .findFirst()
            .orElseThrow();
    method.setAccessible(true);
    return method;
  }

  private static Answer plain(Method method, List<Object> arguments)
      throws ReflectiveOperationException {
    try {
      return new Answer(method.invoke(null, arguments.toArray()), Optional.empty(), List.of());
    } catch (InvocationTargetException e) {
      return new Answer(null, Optional.of(e.getCause()), List.of());
    }
  }

  private static String text(Answer answer) {
    return answer.failureText().orElseGet(() -> DrawnValues.text(answer.value()));
  }
}
