package dev.jacquard.worker.gateway;

import dev.jacquard.worker.gateway.Home.State;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One stream of a worker, from its hello until its word counts no more. */
final class Session {

  private final long id;
  private final String instance;
  private final String pool;
  private final int slots;
  private final Map<Long, Assignment> running = new LinkedHashMap<>();
  private final Map<Long, Home> homes = new LinkedHashMap<>();
  private int onReplicas;
  private long leaseEnd;
  private boolean takesWork = true;
  private boolean severed;
  private boolean reserved;
  private boolean leaving;
  private boolean hadReplica;
  private long idleSince;

  Session(long id, String instance, String pool, int slots) {
    this.id = id;
    this.instance = instance;
    this.pool = pool;
    this.slots = slots;
  }

  long id() {
    return id;
  }

  String instance() {
    return instance;
  }

  String pool() {
    return pool;
  }

  boolean serves(WorkerPool asked) {
    return pool.equals(asked.name());
  }

  long leaseEnd() {
    return leaseEnd;
  }

  void renewUntil(long nanos) {
    leaseEnd = nanos;
  }

  /** It drains. */
  void takesNoMore() {
    takesWork = false;
  }

  /** Its stream is broken: nothing more is heard of it. */
  void sever() {
    severed = true;
    takesWork = false;
  }

  boolean severed() {
    return severed;
  }

  boolean takesWork() {
    return takesWork;
  }

  /** Kept free for suspects, which run alone. */
  void reserve(boolean on) {
    reserved = on;
  }

  boolean reserved() {
    return reserved;
  }

  /** Whether it carries out no call, and makes no replica. */
  boolean idle() {
    return running.isEmpty() && homes.values().stream().noneMatch(home -> home.is(State.MAKING));
  }

  int busy() {
    return running.size();
  }

  /** How many more calls of static tasks it takes; those on replicas have their own limits. */
  int free() {
    return slots - running.size() + onReplicas;
  }

  /** Whether a suspect runs here, or is made, which must be alone. */
  boolean alone() {
    return running.values().stream().anyMatch(Assignment::careful)
        || homes.values().stream().anyMatch(home -> home.is(State.MAKING) && home.suspected());
  }

  void add(Assignment assignment) {
    if (running.put(assignment.id(), assignment) == null && assignment.onReplica()) {
      onReplicas++;
    }
  }

  void remove(Assignment assignment) {
    if (running.remove(assignment.id()) != null && assignment.onReplica()) {
      onReplicas--;
    }
  }

  @Nullable Assignment running(long assignment) {
    return running.get(assignment);
  }

  Collection<Assignment> running() {
    return running.values();
  }

  /** Its process has ended: whatever it had in hand may have to say why. */
  void lostWith(String words) {
    running.values().forEach(assignment -> assignment.delivery().lostWith(words));
    homes.values().forEach(home -> home.lostWith(words));
  }

  /** It goes; returns whether that is news. */
  boolean leave() {
    boolean news = !leaving;
    leaving = true;
    return news;
  }

  boolean leaving() {
    return leaving;
  }

  /** Whether it has, or had, a replica. */
  boolean hadReplica() {
    return hadReplica;
  }

  /** When it was last seen with something to do. */
  long idleSince() {
    return idleSince;
  }

  void busyAt(long now) {
    idleSince = now;
  }

  void add(Home home) {
    hadReplica = true;
    homes.put(home.id(), home);
  }

  void remove(Home home) {
    homes.remove(home.id());
  }

  @Nullable Home home(long id) {
    return homes.get(id);
  }

  List<Home> homes() {
    return List.copyOf(homes.values());
  }

  int homeCount() {
    return homes.size();
  }
}
