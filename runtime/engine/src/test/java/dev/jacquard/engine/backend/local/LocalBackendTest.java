package dev.jacquard.engine.backend.local;

import static dev.jacquard.engine.support.TestBlock.constant;
import static dev.jacquard.engine.support.Types.INT;

import dev.jacquard.engine.backend.Backend;
import dev.jacquard.engine.backend.TaskCaller;
import dev.jacquard.engine.plan.ActorPlan;
import dev.jacquard.engine.plan.Chain;
import dev.jacquard.engine.plan.Planner;
import dev.jacquard.engine.plan.PoolPlan;
import dev.jacquard.engine.support.ActorBody;
import dev.jacquard.engine.support.TestApp;
import dev.jacquard.engine.testing.BackendConformance;
import dev.jacquard.engine.testing.ConformanceActors;
import dev.jacquard.engine.time.SystemClock;
import dev.jacquard.spi.ActorHandler;
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
        withActor()
            .method(
                "counter",
                "task",
                INT,
                List.of(INT),
                (actor, args) -> handler.getConstructor().newInstance().call(actor, args));
    app.declare("main", INT, INT).define("main", b -> b.answer(b.call("task", constant(1))));
    return Planner.plan(app, app.id("main")).chain(0);
  }

  @Override
  protected ActorPlan actor() {
    TestApp app = withActor();
    app.declare("main", INT, INT)
        .define(
            "main",
            b -> {
              b.pool("counter", constant(1));
              b.answer(constant(1));
            });
    return ((PoolPlan) Planner.plan(app, app.id("main")).body().nodes().get(0)).actor();
  }

  private static TestApp withActor() {
    ActorHandler counter = new ConformanceActors.Counter();
    return new TestApp()
        .actor(
            "counter",
            List.of(INT),
            policy -> policy,
            new ActorBody() {
              @Override
              public Object create(Object[] arguments) throws Throwable {
                return counter.create(arguments);
              }

              @Override
              public void close(Object actor) throws Throwable {
                counter.close(actor);
              }
            });
  }

  @TestFactory
  Stream<DynamicTest> conforms() {
    return checks().entrySet().stream()
        .map(check -> DynamicTest.dynamicTest(check.getKey(), check.getValue()::run));
  }
}
