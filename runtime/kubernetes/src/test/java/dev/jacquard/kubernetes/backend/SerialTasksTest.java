package dev.jacquard.kubernetes.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One task after another, whatever becomes of one. */
@Timeout(30)
class SerialTasksTest {

  private static final Duration LONG = Duration.ofSeconds(20);

  private final SerialTasks tasks = new SerialTasks("jacquard-test");
  private final List<Object> done = new CopyOnWriteArrayList<>();

  @AfterEach
  void end() {
    tasks.cutOff();
  }

  @Test
  void tasksAreDoneInTheirOrderByOneThread() {
    List<Integer> all = IntStream.range(0, 1000).boxed().toList();
    List<Thread> threads = new CopyOnWriteArrayList<>();
    all.forEach(
        number ->
            tasks.run(
                () -> {
                  done.add(number);
                  threads.add(Thread.currentThread());
                }));
    tasks.finish(LONG);
    assertThat(done).isEqualTo(all);
    assertThat(threads.stream().distinct()).hasSize(1);
    assertThat(threads.get(0).isDaemon()).isTrue();
  }

  @Test
  void whatATaskThrowsIsNobodyElsesTrouble() {
    List<Thread> threads = new CopyOnWriteArrayList<>();
    tasks.run(() -> threads.add(Thread.currentThread()));
    tasks.run(
        () -> {
          throw new IllegalStateException("A bug, on purpose.");
        });
    tasks.run(
        () -> {
          throw new AssertionError("Another bug, on purpose.");
        });
    tasks.run(() -> threads.add(Thread.currentThread()));
    tasks.finish(LONG);
    assertThat(threads).hasSize(2);
    assertThat(threads.get(1)).as("a thread that died is replaced").isSameAs(threads.get(0));
  }

  @Test
  void taskIsDoneLater() {
    long start = System.nanoTime();
    tasks.runLater(() -> done.add(System.nanoTime() - start), Duration.ofMillis(100));
    await().atMost(LONG).until(() -> !done.isEmpty());
    assertThat((Long) done.get(0)).isGreaterThanOrEqualTo(Duration.ofMillis(100).toNanos());
  }

  @Test
  void nothingIsDoneAfterTheEnd() throws InterruptedException {
    tasks.runLater(() -> done.add("late"), Duration.ofSeconds(1));
    tasks.finish(LONG);
    tasks.run(() -> done.add("too late"));
    tasks.runLater(() -> done.add("much too late"), Duration.ZERO);
    Thread.sleep(1_200);
    assertThat(done).isEmpty();
  }

  @Test
  void whatTakesTooLongAtTheEndIsCutOff() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch over = new CountDownLatch(1);
    tasks.run(
        () -> {
          begun.countDown();
          try {
            new CountDownLatch(1).await();
          } catch (InterruptedException e) {
            over.countDown();
            throw new IllegalStateException("What it needs is gone.", e);
          }
        });
    tasks.run(() -> done.add("left out"));
    begun.await();
    tasks.finish(Duration.ofMillis(50));
    over.await();
    assertThat(done).isEmpty();
  }
}
