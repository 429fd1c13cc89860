package dev.jacquard.server.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jacquard.BlobRef;
import dev.jacquard.engine.WorkflowRuntime;
import dev.jacquard.kubernetes.pool.PoolPods;
import dev.jacquard.server.service.HostedRuntimes.Hosted;
import dev.jacquard.server.service.RuntimeOpener.Opened;
import dev.jacquard.server.v1.Manner;
import dev.jacquard.server.v1.StartRequest;
import dev.jacquard.spi.BlobStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Runtimes that executions share, and that take their time to open. */
@Timeout(30)
final class HostedRuntimesTest {

  @TempDir Path folder;

  private final AtomicInteger openings = new AtomicInteger();
  private final AtomicInteger closings = new AtomicInteger();
  private final AtomicLong now = new AtomicLong();

  private static final class NoBlobs implements BlobStore {
    @Override
    public BlobRef put(InputStream bytes) {
      throw new AssertionError("There is no code to keep.");
    }

    @Override
    public InputStream open(BlobRef blob) {
      throw new AssertionError("There is no code to read.");
    }
  }

  private HostedRuntimes runtimes(RuntimeOpener opener) {
    return new HostedRuntimes(new NoBlobs(), folder, opener, now::get);
  }

  private Opened opened() {
    openings.incrementAndGet();
    WorkflowRuntime runtime =
        (WorkflowRuntime)
            Proxy.newProxyInstance(
                WorkflowRuntime.class.getClassLoader(),
                new Class<?>[] {WorkflowRuntime.class},
                (proxy, method, arguments) -> {
                  assertThat(method.getName()).isEqualTo("close");
                  closings.incrementAndGet();
                  return null;
                });
    return new Opened(runtime, List::of);
  }

  private static StartRequest request(String image) {
    return StartRequest.newBuilder().setManner(Manner.newBuilder().setImage(image)).build();
  }

  private static CompletableFuture<Hosted> begin(HostedRuntimes runtimes, String image) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return runtimes.use(request(image));
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        },
        command -> new Thread(command, "caller of " + image).start());
  }

  @Test
  void executionsThatAreAlikeShareOneAndOthersDoNot() throws Exception {
    try (HostedRuntimes runtimes =
        runtimes((key, code, workflow, surroundings, manner) -> opened())) {
      Hosted first = runtimes.use(request("one"));
      assertThat(runtimes.use(request("one"))).isSameAs(first);
      assertThat(runtimes.use(request("two"))).isNotSameAs(first);
      assertThat(openings).hasValue(2);
    }
  }

  @Test
  void oneThatIsBeingOpenedKeepsNoOtherWaiting() throws Exception {
    CountDownLatch otherIsThere = new CountDownLatch(1);
    try (HostedRuntimes runtimes =
        runtimes(
            (key, code, workflow, surroundings, manner) -> {
              if (manner.getImage().equals("slow")) {
                await(otherIsThere);
              }
              return opened();
            })) {
      CompletableFuture<Hosted> slow = begin(runtimes, "slow");
      CompletableFuture<Hosted> alike = begin(runtimes, "slow");
      Hosted other = begin(runtimes, "quick").get(10, TimeUnit.SECONDS);
      other.close();
      otherIsThere.countDown();
      assertThat(alike.get()).isSameAs(slow.get());
      assertThat(openings).hasValue(2);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void oneThatCouldNotBeOpenedIsTriedAgain() throws Exception {
    AtomicInteger tries = new AtomicInteger();
    try (HostedRuntimes runtimes =
        runtimes(
            (key, code, workflow, surroundings, manner) -> {
              if (tries.incrementAndGet() == 1) {
                throw new IllegalArgumentException("no room");
              }
              return opened();
            })) {
      assertThatThrownBy(() -> runtimes.use(request("one"))).hasMessage("no room");
      runtimes.use(request("one")).close();
      assertThat(openings).hasValue(1);
    }
  }

  @Test
  void oneThatHasBrokenDownIsReplaced() throws Exception {
    try (HostedRuntimes runtimes =
        runtimes((key, code, workflow, surroundings, manner) -> opened())) {
      Hosted broken = runtimes.use(request("one"));
      broken.discard();
      assertThat(closings).hasValue(1);
      broken.discard(); // as another of its executions does
      assertThat(closings).hasValue(1);
      assertThat(runtimes.use(request("one"))).isNotSameAs(broken);
      assertThat(openings).hasValue(2);
    }
  }

  @Test
  void oneThatNothingHasRunOnForLongIsClosed() throws Exception {
    try (HostedRuntimes runtimes =
        runtimes((key, code, workflow, surroundings, manner) -> opened())) {
      Hosted used = runtimes.use(request("one"));
      Hosted idle = runtimes.use(request("two"));
      idle.close();
      now.set(10);
      runtimes.closeIdle(Duration.ofNanos(10));
      assertThat(closings).hasValue(1);
      assertThat(runtimes.use(request("one"))).isSameAs(used);
      assertThat(runtimes.use(request("two"))).isNotSameAs(idle);
    }
  }

  @Test
  void oneWhosePodsAreKeptWarmIsNotClosed() throws Exception {
    List<PoolPods> pods = new CopyOnWriteArrayList<>();
    pods.add(new PoolPods("plain", 0, 0, 1, 0, ""));
    try (HostedRuntimes runtimes =
        runtimes(
            (key, code, workflow, surroundings, manner) ->
                new Opened(opened().runtime(), () -> pods))) {
      runtimes.use(request("one")).close();
      now.set(10);
      runtimes.closeIdle(Duration.ofNanos(10));
      assertThat(closings).hasValue(0);
      pods.set(0, new PoolPods("plain", 1, 0, 0, 1, ""));
      runtimes.closeIdle(Duration.ofNanos(10));
      assertThat(closings).hasValue(1);
    }
  }

  @Test
  void noneIsOpenedByAnEngineThatEnds() throws Exception {
    CountDownLatch opening = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    HostedRuntimes runtimes =
        runtimes(
            (key, code, workflow, surroundings, manner) -> {
              opening.countDown();
              await(goOn);
              return opened();
            });
    CompletableFuture<Hosted> under = begin(runtimes, "one");
    await(opening);
    CompletableFuture<Void> end = CompletableFuture.runAsync(runtimes::close);
    goOn.countDown();
    end.get(20, TimeUnit.SECONDS);
    under.get(20, TimeUnit.SECONDS);
    assertThat(openings).hasValue(1);
    assertThat(closings).hasValue(1);
    assertThatThrownBy(() -> runtimes.use(request("two"))).hasMessageContaining("that ends");
  }
}
