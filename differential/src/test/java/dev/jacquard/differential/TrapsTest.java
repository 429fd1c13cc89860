package dev.jacquard.differential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacquard.engine.code.Code;
import dev.jacquard.engine.code.LoaderCode;
import dev.jacquard.engine.testing.SteppedRun;
import dev.jacquard.engine.testing.SteppedRuntime;
import dev.jacquard.processor.JacquardProcessor;
import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Plain Java and graph agree on workflows written by hand, each about a trap of the language. */
class TrapsTest {

  private static final int DRAWS = 40;

  @TempDir static Path classes;
  private static URLClassLoader loader;

  @BeforeAll
  static void compile() {
    loader = Compilation.compileFiles(Traps.sources(), new JacquardProcessor(), classes);
  }

  @AfterAll
  static void close() throws IOException {
    loader.close();
  }

  static List<String> workflows() {
    return Traps.workflows(classes);
  }

  @ParameterizedTest
  @MethodSource("workflows")
  void plainJavaAndGraphAgree(String workflow) {
    Code code = LoaderCode.of(loader);
    Random orders = new Random(workflow.hashCode());
    for (List<Object> arguments : Traps.arguments(loader, workflow, DRAWS)) {
      SteppedRun graph = SteppedRuntime.run(code, workflow, arguments, orders.nextLong());
      assertThat(Traps.text(new Answer(graph.value(), graph.failure(), List.of())))
          .as("%s on %s", workflow, DrawnValues.text(arguments))
          .isEqualTo(Traps.text(PlainJava.run(loader, workflow, arguments)));
    }
  }
}
