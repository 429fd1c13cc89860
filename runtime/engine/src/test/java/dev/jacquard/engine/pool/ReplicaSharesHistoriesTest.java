package dev.jacquard.engine.pool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacquard.engine.plan.ActorPlan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * Random holds, calls, failures and limits in several runtimes, whose threads come to read what
 * they are told at any time: together they never have more than the newest limit, whoever waits
 * gets a replica, and in the end all is given back.
 */
class ReplicaSharesHistoriesTest {

  private static final int HISTORIES = 2_000;
  private static final int STEPS = 150;
  private static final long TURN = 1_000_000_000L;

  private static final class History {
    private final SplittableRandom random;
    private final ReplicaShares shares = new ReplicaShares();
    private final List<Side> sides = new ArrayList<>();
    private int limit;
    private int before;

    History(long seed) {
      random = new SplittableRandom(seed);
      for (int i = 2 + random.nextInt(2); i > 0; i--) {
        sides.add(new Side());
      }
    }

    private final class Side {
      final SharingRuntime own = new SharingRuntime(shares);
      ActorPlan actor =
          own.actor(
              policy -> policy.setReplicas(3).setMinReplicas(random.nextInt(2)).setMaxCalls(4));
      final List<Hold> holds = new ArrayList<>();
      final Map<Pool, Integer> waiting = new LinkedHashMap<>();
      final Set<Pool> known = new LinkedHashSet<>();
      final List<Replica> calls = new ArrayList<>();

      /** Starts what calls can start, as a scheduler does before it tells what still waits. */
      void dispatch() {
        waiting.replaceAll(
            (pool, calling) -> {
              Grant grant = own.pools.offer(pool);
              int left = calling;
              while (left > 0 && grant != null) {
                own.pools.begin(grant.replica(), 1);
                calls.add(grant.replica());
                left--;
                grant = own.pools.offer(pool);
              }
              own.pools.want(pool, left);
              return left;
            });
        own.decide();
      }

      void endCall() {
        if (!calls.isEmpty()) {
          Replica replica = calls.remove(random.nextInt(calls.size()));
          own.pools.end(replica, 1, 1, own.now);
        }
      }

      void create(boolean mayFail) {
        if (own.starting.isEmpty()) {
          return;
        }
        Replica replica = own.starting.remove(random.nextInt(own.starting.size()));
        if (mayFail && random.nextInt(4) == 0) {
          own.pools.failed(replica, new IllegalStateException(), random.nextBoolean(), own.now);
        } else {
          own.live.add(replica);
          own.pools.created(replica, own.now);
        }
      }

      void close() {
        if (!own.closing.isEmpty()) {
          own.pools.closed(own.closing.remove(random.nextInt(own.closing.size())));
        }
      }

      void lose() {
        if (!own.live.isEmpty()) {
          Replica replica = own.live.remove(random.nextInt(own.live.size()));
          calls.removeIf(replica::equals);
          own.pools.lost(replica);
        }
      }

      void hold() {
        if (random.nextInt(4) == 0) {
          actor = own.limitedTo(1 + random.nextInt(4));
        }
        limit = actor.policy().replicas();
        Hold hold = own.hold(actor, random.nextInt(3));
        holds.add(hold);
        known.add(hold.pool());
        waiting.putIfAbsent(hold.pool(), 0);
      }

      void release() {
        if (!holds.isEmpty()) {
          Hold hold = holds.remove(random.nextInt(holds.size()));
          if (holds.stream().noneMatch(other -> other.pool().equals(hold.pool()))) {
            own.pools.want(hold.pool(), 0);
            waiting.remove(hold.pool());
          }
          own.pools.release(hold);
        }
      }

      void call() {
        if (!holds.isEmpty()) {
          Pool pool = holds.get(random.nextInt(holds.size())).pool();
          waiting.merge(pool, 1 + random.nextInt(4), Integer::sum);
        }
      }

      void ring() {
        List.copyOf(known).forEach(pool -> own.pools.rung(pool, own.now));
      }

      void step() {
        own.now += random.nextLong(TURN);
        switch (random.nextInt(10)) {
          case 0 -> hold();
          case 1 -> release();
          case 2, 3 -> call();
          case 4 -> endCall();
          case 5 -> create(true);
          case 6 -> close();
          case 7 -> own.readMail();
          case 8 -> ring();
          default -> {
            if (random.nextInt(8) == 0) {
              lose();
            }
          }
        }
        dispatch();
      }

      /** Everything that is under way comes about, once. */
      void progress() {
        own.now += TURN;
        own.readMail();
        dispatch();
        create(false);
        dispatch();
        endCall();
        dispatch();
        close();
        ring();
        dispatch();
      }

      boolean waits() {
        return waiting.values().stream().anyMatch(calling -> calling > 0);
      }
    }

    private void check() {
      int alive = sides.stream().mapToInt(side -> side.own.alive()).sum();
      assertThat(alive).isLessThanOrEqualTo(Math.max(limit, before));
      assertThat(shares.taken("model")).isGreaterThanOrEqualTo(alive);
      before = alive;
    }

    void run() {
      for (int i = 0; i < STEPS; i++) {
        sides.get(random.nextInt(sides.size())).step();
        check();
      }
      for (int i = 0; sides.stream().anyMatch(Side::waits); i++) {
        assertThat(i).as("rounds in which somebody still waits").isLessThan(2_000);
        sides.forEach(Side::progress);
        check();
      }
      for (Side side : sides) {
        while (!side.holds.isEmpty()) {
          side.release();
        }
      }
      end();
    }

    private void end() {
      for (int i = 0; shares.taken("model") > 0; i++) {
        assertThat(i).as("rounds in which a replica is left").isLessThan(2_000);
        for (Side side : sides) {
          side.own.now += 100 * TURN;
          side.progress();
          side.own.pools.executionEnded("execution");
          side.own.decide();
        }
      }
      assertThat(sides.stream().mapToInt(side -> side.own.alive()).sum()).isZero();
    }
  }

  @Test
  void limitHoldsNobodyStarvesAndAllIsGivenBack() {
    for (long seed = 0; seed < HISTORIES; seed++) {
      try {
        new History(seed).run();
      } catch (RuntimeException | AssertionError e) {
        throw new AssertionError("history " + seed, e);
      }
    }
  }
}
