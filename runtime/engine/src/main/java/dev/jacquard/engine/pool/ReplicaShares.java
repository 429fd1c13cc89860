package dev.jacquard.engine.pool;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Lets several runtimes of a process share the limits of their actors: all together they never have
 * more replicas of a name than the workflow that came last has allowed. Thread-safe.
 *
 * <p>A replica is taken before it is made and given back when it is gone. Where the limit is
 * reached, those who could do without one are told, and let it go as they would for a pool of their
 * own; when there is room, whoever waits is told.
 */
public final class ReplicaShares {

  private final Map<String, Ledger> ledgers = new HashMap<>();

  /** Makes shares that nobody has joined. */
  public ReplicaShares() {}

  /**
   * Adds a runtime.
   *
   * @param listener hears, on any thread, the name of an actor of which its pools have to decide
   *     anew ({@link Pools#recheck}); must only pass that on
   */
  public Partner join(Consumer<String> listener) {
    return new Partner(listener);
  }

  /** Returns a partner that shares with nobody. */
  public static Partner alone() {
    return new ReplicaShares().join(actor -> {});
  }

  /** How many replicas of an actor's name there are. */
  public synchronized int taken(String actor) {
    Ledger ledger = ledgers.get(actor);
    return ledger == null ? 0 : ledger.total();
  }

  /** A runtime that shares. */
  public final class Partner {

    private final Consumer<String> listener;
    private final Set<ReplicaShare> shares = new HashSet<>();
    private boolean left;

    private Partner(Consumer<String> listener) {
      this.listener = listener;
    }

    /** Begins to share an actor's limit. */
    ReplicaShare share(String actor) {
      ReplicaShare share = new ReplicaShare(this, actor);
      synchronized (ReplicaShares.this) {
        if (!left) {
          shares.add(share);
          ledgers.computeIfAbsent(actor, name -> new Ledger()).add(share);
        }
      }
      return share;
    }

    /** Lets a share look at its ledger and change it, then tells others what concerns them. */
    <T> T ask(ReplicaShare share, T ifEnded, Function<Ledger, T> question) {
      T answer;
      List<ReplicaShare> concerned;
      synchronized (ReplicaShares.this) {
        Ledger ledger = ledgers.get(share.actor());
        if (ledger == null || !shares.contains(share)) {
          return ifEnded;
        }
        answer = question.apply(ledger);
        concerned = ledger.concerned(share);
      }
      concerned.forEach(ReplicaShare::hear);
      return answer;
    }

    void hear(String actor) {
      listener.accept(actor);
    }

    void end(ReplicaShare share) {
      end(List.of(share));
    }

    /**
     * Gives back all that the runtime has, which must have closed it; it gets no more. Any thread
     * may say so.
     */
    public void leave() {
      List<ReplicaShare> all;
      synchronized (ReplicaShares.this) {
        left = true;
        all = List.copyOf(shares);
      }
      end(all);
    }

    private void end(List<ReplicaShare> ending) {
      Set<ReplicaShare> concerned = new HashSet<>();
      synchronized (ReplicaShares.this) {
        for (ReplicaShare share : ending) {
          Ledger ledger = ledgers.get(share.actor());
          if (ledger != null && shares.remove(share)) {
            ledger.remove(share);
            concerned.addAll(ledger.concerned(share));
            if (ledger.isEmpty()) {
              ledgers.remove(share.actor());
            }
          }
        }
      }
      concerned.forEach(ReplicaShare::hear);
    }
  }
}
