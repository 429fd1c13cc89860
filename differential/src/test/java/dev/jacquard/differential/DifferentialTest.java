package dev.jacquard.differential;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Plain Java and graph agree: random programs of the whole language, each run both ways. {@code
 * -Djacquard.differential.programs=5000} runs more of them, {@code -Djacquard.differential.seed=…}
 * others.
 */
class DifferentialTest {

  private static final int AT_ONCE = 100;
  private static final int PROGRAMS = Integer.getInteger("jacquard.differential.programs", 200);
  private static final long SEED = Long.getLong("jacquard.differential.seed", 20264023L);

  private static final List<String> SYNTAX =
      List.of(
          "local",
          "var",
          "mutable local",
          "reassignment",
          "compound assignment",
          "increment",
          "if",
          "if else",
          "early return",
          "step",
          "discarded call",
          "assigned in both arms",
          "assigned in one arm",
          "fingerprint",
          "nested block",
          "empty statement",
          "lambda",
          "block lambda",
          "actor local",
          "actor alone",
          "actor resource",
          "method reference, actor",
          "method reference, bound",
          "method reference, INTS",
          "method reference, POINTS",
          "method reference, STRINGS");

  /** What emitted specs may hold. */
  private static final List<String> NODES =
      List.of(
          "node task call",
          "node map",
          "node branch",
          "node sub workflow",
          "node evaluate",
          "node pool",
          "node release",
          "map node list",
          "map node filter",
          "map node flat",
          "node expression operand",
          "node expression unary",
          "node expression binary",
          "node expression conditional",
          "node expression convert",
          "node expression unbox",
          "node expression concat",
          "node expression construct",
          "node expression component",
          "node expression invoke",
          "node expression array",
          "node expression element",
          "node expression array length",
          "node expression checked cast");

  @Test
  void plainJavaAndGraphAgree() {
    Differential differential = new Differential();
    for (int done = 0; done < PROGRAMS; done += AT_ONCE) {
      int programs = Math.min(AT_ONCE, PROGRAMS - done);
      Optional<Differential.Difference> found = differential.search(programs, SEED + done);
      found.map(differential::shrink).ifPresent(smallest -> assertThat(smallest).isNull());
    }
    Coverage coverage = differential.coverage();
    System.out.println(PROGRAMS + " programs held:\n" + coverage);
    assertThat(SYNTAX).allSatisfy(kind -> assertThat(coverage.of("syntax " + kind)).isPositive());
    assertThat(Type.values())
        .allSatisfy(type -> assertThat(coverage.of("type " + type)).isPositive());
    assertThat(NODES).allSatisfy(kind -> assertThat(coverage.of(kind)).isPositive());
    assertThat(coverage.missing()).isEmpty();
  }
}
