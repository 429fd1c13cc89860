package dev.jacquard.differential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacquard.engine.code.LoaderCode;
import dev.jacquard.processor.JacquardProcessor;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Plain Java and pods of a real cluster agree on random programs and on the traps, in value and in
 * failure. {@code -Djacquard.differential.pods.programs=300} runs more programs, {@code
 * -Djacquard.differential.seed=…} others.
 */
@Tag("cluster")
@Timeout(900)
class PodsDifferentialTest {

  private static final int AT_ONCE = 24;

  /** Many wait for pods of actors, each of which begins with a JVM. */
  private static final Duration LONGEST = Duration.ofMinutes(5);

  private static final int PROGRAMS = Integer.getInteger("jacquard.differential.pods.programs", 30);
  private static final long SEED = Long.getLong("jacquard.differential.seed", 20264024L);

  @TempDir Path folder;

  @Test
  void plainJavaAndPodsAgree() throws Exception {
    ProgramPods.required();
    ProgramGenerator generator = new ProgramGenerator(new Coverage());
    List<Program> programs =
        IntStream.range(0, PROGRAMS).mapToObj(i -> generator.generate("P" + i, SEED + i)).toList();
    Path classes = Files.createDirectory(folder.resolve("classes"));
    try (URLClassLoader loader =
            Compilation.compile(
                programs, Traps.sourcesWithCalls(), new JacquardProcessor(), classes);
        ProgramPods pods = ProgramPods.open(classes, folder)) {
      List<Trial> trials = new ArrayList<>(WorkersDifferential.traps(loader, classes));
      programs.forEach(program -> trials.addAll(WorkersDifferential.trials(loader, program)));
      List<Runs.Run> runs =
          new Runs(pods.runtime(), LoaderCode.of(loader), AT_ONCE, () -> {}, LONGEST)
              .all(WorkersDifferential.requests(trials));
      List<String> differences = new ArrayList<>();
      for (int i = 0; i < trials.size(); i++) {
        Answer plain = trials.get(i).plain();
        Answer found = new Answer(runs.get(i).value(), runs.get(i).failure(), List.of());
        if (!Traps.text(plain).equals(Traps.text(found))) {
          differences.add(
              "plain Java: %s; pods: %s\non %s"
                  .formatted(Traps.text(plain), Traps.text(found), trials.get(i)));
        }
      }
      System.out.printf(
          "Pods: %d runs, of which %d failed as plain Java%n",
          runs.size(), runs.stream().filter(run -> run.failure().isPresent()).count());
      assertThat(differences).isEmpty();
    }
  }
}
