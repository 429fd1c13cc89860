package dev.jacquard.worker.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.jacquard.worker.gateway.GatewayEvent.OfWorker;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

/**
 * Leads the gateway through histories of delay, loss, late messages, crashes, pauses, and workers
 * of several pools that start when they are asked for, or fail to. More of them: {@code
 * -Dsimulation.histories=10000}; one again: {@code -Dsimulation.first=SEED}.
 */
class GatewaySimulationTest {

  private static final int HISTORIES = Integer.getInteger("simulation.histories", 400);
  private static final int FIRST = Integer.getInteger("simulation.first", 1);

  @Test
  void everyHistoryEndsWell() {
    find(Gateway::new, SimMistake.NONE).ifPresent(found -> fail(found));
  }

  @Test
  void droppedFencingIsFound() {
    assertThat(find(Unfenced::new, SimMistake.NONE)).isPresent();
  }

  @Test
  void lateLeaseIsFound() {
    assertThat(find(Gateway::new, SimMistake.RENEWS_LATE).orElse("")).contains("lease is over");
  }

  @Test
  void lostCreditIsFound() {
    assertThat(find(Creditless::new, SimMistake.NONE)).isPresent();
  }

  @Test
  void secondCallOfAnIsolatedWorkerIsFound() {
    assertThat(find(Thrifty::new, SimMistake.NONE).orElse("")).contains("carried out nothing yet");
  }

  @Test
  void batchInAStrangePoolIsFound() {
    assertThat(find(Careless::new, SimMistake.NONE).orElse("")).contains("must run in pool");
  }

  @Test
  void demandThatEndsWithAFailedStartIsFound() {
    assertThat(find(Gateway::new, SimMistake.FORGETS_FAILED_STARTS).orElse(""))
        .contains("Nothing must get stuck");
  }

  private static Optional<String> find(
      BiFunction<GatewayEffects, GatewayOptions, Gateway> maker, SimMistake mistake) {
    for (int seed = FIRST; seed < FIRST + HISTORIES; seed++) {
      try {
        new Simulation(seed, maker, mistake).run();
      } catch (AssertionError | RuntimeException e) {
        StackTraceElement[] at = e.getStackTrace();
        return Optional.of("history " + seed + ": " + e + " at " + at[0] + " " + at[1]);
      }
    }
    return Optional.empty();
  }

  /** Heeds words about assignments that are another's by now. */
  private static final class Unfenced extends Gateway {

    private final Map<Long, Assignment> all = new HashMap<>();

    Unfenced(GatewayEffects effects, GatewayOptions options) {
      super(effects, options);
    }

    @Override
    void release(Assignment assignment) {
      all.put(assignment.id(), assignment);
      super.release(assignment);
    }

    @Override
    void strange(OfWorker event) {
      Assignment lost = all.get(Words.assignmentOf(event));
      if (lost != null) {
        heed(lost, event);
      }
    }
  }

  /** Forgets now and then that a slot is free again. */
  private static final class Creditless extends Gateway {

    Creditless(GatewayEffects effects, GatewayOptions options) {
      super(effects, options);
    }

    @Override
    void release(Assignment assignment) {
      super.release(assignment);
      if (assignment.id() % 5 == 0) {
        assignment.session().add(assignment);
      }
    }
  }

  /** Gives a second call to an isolated worker that is about to leave, rather than wait. */
  private static final class Thrifty extends Gateway {

    Thrifty(GatewayEffects effects, GatewayOptions options) {
      super(effects, options);
    }

    @Override
    void assign(Session session, Delivery delivery, long id) {
      Session used =
          sessions().stream()
              .filter(other -> delivery.pool().isolated() && other.serves(delivery.pool()))
              .filter(other -> !other.takesWork() && !other.severed() && other.idle())
              .findFirst()
              .orElse(session);
      super.assign(used, delivery, id);
    }
  }

  /** Gives batches to whoever has nothing to do. */
  private static final class Careless extends Gateway {

    Careless(GatewayEffects effects, GatewayOptions options) {
      super(effects, options);
    }

    @Override
    void assign(Session session, Delivery delivery, long id) {
      Session idle =
          sessions().stream()
              .filter(other -> delivery.home() == null && other.takesWork() && other.idle())
              .findFirst()
              .orElse(session);
      super.assign(idle, delivery, id);
    }
  }
}
