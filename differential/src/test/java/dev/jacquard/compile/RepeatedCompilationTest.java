package dev.jacquard.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacquard.processor.JacquardProcessor;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.annotation.processing.Processor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A build daemon compiles all day in one JVM. */
class RepeatedCompilationTest {

  private static final int TIMES = 200;

  @TempDir Path folder;

  @Test
  void nothingStaysBehind() {
    Project project =
        new Project(folder)
            .write(
                "p/Small.java",
                """
                package p;
                import static dev.jacquard.Workflows.map;
                import dev.jacquard.*;
                import java.util.List;
                class Small {
                  record Value(int a) {}
                  @Task(timeout = "3s") static Value task(int a) { return new Value(a); }
                  @Workflow static List<Value> flow(List<Integer> a) { return map(a, Small::task); }
                }
                """);
    List<WeakReference<Processor>> processors = new ArrayList<>();
    Javac javac =
        Javac.withJacquard()
            .using(
                List.of(
                    () -> {
                      Processor processor = new JacquardProcessor();
                      processors.add(new WeakReference<>(processor));
                      return processor;
                    }));
    long before = 0;
    for (int i = 0; i < TIMES; i++) {
      javac.compile(project).mustSucceed();
      if (i == TIMES / 4) {
        before = usedAfterCollection();
      }
    }
    long grown = usedAfterCollection() - before;
    assertThat(grown).as("bytes more after %d compilations", TIMES * 3 / 4).isLessThan(8 << 20);
    assertThat(processors).filteredOn(processor -> processor.get() != null).hasSizeLessThan(3);
  }

  private static long usedAfterCollection() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
