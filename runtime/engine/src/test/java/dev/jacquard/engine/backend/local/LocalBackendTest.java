package dev.jacquard.engine.backend.local;

import static dev.jacquard.engine.support.TestBlock.constant;
import static dev.jacquard.engine.support.Types.INT;

import dev.jacquard.engine.backend.Backend;
import dev.jacquard.engine.backend.TaskCaller;
import dev.jacquard.engine.plan.Chain;
import dev.jacquard.engine.plan.Planner;
import dev.jacquard.engine.support.TestApp;
import dev.jacquard.engine.testing.BackendConformance;
import dev.jacquard.engine.time.SystemClock;
import dev.jacquard.spi.FolderBlobStore;
import dev.jacquard.spi.TaskHandler;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LocalBackendTest extends BackendConformance {

  private final SystemClock clock = new SystemClock();

  @AfterEach
  void close() {
    clock.close();
  }

  @Override
  protected Backend backend() {
    return new LocalBackend(
        2, clock, TaskCaller.DIRECT, Duration.ofSeconds(10), FolderBlobStore.ofUser());
  }

  @Override
  protected Chain chain(Class<? extends TaskHandler> handler) {
    TestApp app =
        new TestApp()
            .task(
                "task",
                INT,
                List.of(INT),
                args -> handler.getConstructor().newInstance().call(null, args));
    app.declare("main", INT, INT).define("main", b -> b.answer(b.call("task", constant(1))));
    return Planner.plan(app, app.id("main")).chain(0);
  }

  @TestFactory
  Stream<DynamicTest> conforms() {
    return checks().entrySet().stream()
        .map(check -> DynamicTest.dynamicTest(check.getKey(), check.getValue()::run));
  }
}
