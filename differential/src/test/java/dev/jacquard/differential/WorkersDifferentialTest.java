package dev.jacquard.differential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacquard.differential.WorkersDifferential.Difference;
import dev.jacquard.differential.WorkersDifferential.Mode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Plain Java and worker processes agree on random programs and on the traps, also in strict mode,
 * and also while processes are killed; and nothing is left of the processes. {@code
 * -Djacquard.differential.workers.programs=1000} runs more programs in each mode, {@code
 * -Djacquard.differential.seed=…} others.
 */
class WorkersDifferentialTest {

  private static final int AT_ONCE = 100;
  private static final int PROGRAMS =
      Integer.getInteger("jacquard.differential.workers.programs", 40);
  private static final long SEED = Long.getLong("jacquard.differential.seed", 20264023L);

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void plainJavaAndWorkersAgree(Mode mode) {
    WorkersDifferential differential = new WorkersDifferential(mode, folder);
    long seed = SEED + mode.name().hashCode();
    for (int done = 0; done < PROGRAMS; done += AT_ONCE) {
      List<Difference> found = differential.search(Math.min(AT_ONCE, PROGRAMS - done), seed + done);
      if (!found.isEmpty()) {
        assertThat(found.size() + " differ: " + differential.shrink(found.get(0))).isNull();
      }
    }
    System.out.println(differential.report());
  }
}
