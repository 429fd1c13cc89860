package dev.jacquard.differential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacquard.differential.WorkersDifferential.Difference;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Plain Java and worker processes agree on random programs and on the traps, in strict mode and
 * while processes are killed; and nothing is left of the processes. {@code
 * -Djacquard.differential.workers.programs=1000} runs more programs, {@code
 * -Djacquard.differential.seed=…} others.
 */
class WorkersDifferentialTest {

  private static final int AT_ONCE = 100;
  private static final int PROGRAMS =
      Integer.getInteger("jacquard.differential.workers.programs", 30);
  private static final long SEED = Long.getLong("jacquard.differential.seed", 20264023L);

  @TempDir Path folder;

  @Test
  void plainJavaAndWorkersAgree() {
    WorkersDifferential differential = new WorkersDifferential(folder);
    for (int done = 0; done < PROGRAMS; done += AT_ONCE) {
      int programs = Math.min(AT_ONCE, PROGRAMS - done);
      List<Difference> found = differential.search(programs, SEED + done);
      if (!found.isEmpty()) {
        System.out.println(differential.report());
        Difference smallest = differential.shrink(found.get(0));
        assertThat(smallest).as("the first of %s", found.size()).isNull();
      }
    }
    System.out.println(differential.report());
    assertThat(differential.killed()).isPositive();
  }
}
