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
 * Leads the gateway through histories of delay, loss, late messages, crashes and pauses. More of
 * them: {@code -Dsimulation.histories=10000}; one again: {@code -Dsimulation.first=SEED}.
 */
class GatewaySimulationTest {

  private static final int HISTORIES = Integer.getInteger("simulation.histories", 400);
  private static final int FIRST = Integer.getInteger("simulation.first", 1);

  @Test
  void everyHistoryEndsWell() {
    find(Gateway::new, false).ifPresent(found -> fail(found));
  }

  @Test
  void droppedFencingIsFound() {
    assertThat(find(Unfenced::new, false)).isPresent();
  }

  @Test
  void lateLeaseIsFound() {
    assertThat(find(Gateway::new, true).orElse("")).contains("lease is over");
  }

  @Test
  void lostCreditIsFound() {
    assertThat(find(Creditless::new, false)).isPresent();
  }

  private static Optional<String> find(
      BiFunction<GatewayEffects, GatewayOptions, Gateway> maker, boolean renewsLate) {
    for (int seed = FIRST; seed < FIRST + HISTORIES; seed++) {
      try {
        new Simulation(seed, maker, renewsLate).run();
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
}
