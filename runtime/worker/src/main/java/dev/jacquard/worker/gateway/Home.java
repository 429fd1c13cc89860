package dev.jacquard.worker.gateway;

import dev.jacquard.engine.backend.ReplicaListener;
import dev.jacquard.engine.pool.Replica;
import org.jspecify.annotations.Nullable;

/**
 * Where a replica lives: when its worker is lost, it is made again elsewhere, and the engine need
 * not know.
 */
public final class Home {

  /** How far it has come. */
  enum State {
    /** It has no worker yet, or no longer. */
    WAITING,
    /** Its worker makes it. */
    MAKING,
    /** It takes calls. */
    LIVE,
    /** Its worker closes it. */
    CLOSING
  }

  private final Replica replica;
  private final WorkerPool pool;
  private final ReplicaListener listener;
  private State state = State.WAITING;
  private @Nullable Session session;
  private long id;
  private long since;
  private int calls;
  private int deaths;
  private boolean told;
  private String lastWords = "";

  Home(Replica replica, ReplicaListener listener, WorkerPool pool, long now) {
    this.replica = replica;
    this.pool = pool;
    this.listener = listener;
    this.since = now;
  }

  /** What lives here. */
  public Replica replica() {
    return replica;
  }

  /** The number by which its worker knows it; another at each worker. */
  public long id() {
    return id;
  }

  /** Which workers may have it. */
  WorkerPool pool() {
    return pool;
  }

  ReplicaListener listener() {
    return listener;
  }

  boolean is(State asked) {
    return state == asked;
  }

  /** The worker that has it; null while it waits for one. */
  @Nullable Session session() {
    return session;
  }

  /** Since when it waits. */
  long since() {
    return since;
  }

  void moveTo(Session worker, long number) {
    session = worker;
    id = number;
    state = State.MAKING;
  }

  void made() {
    state = State.LIVE;
    deaths = 0;
  }

  void closing() {
    state = State.CLOSING;
  }

  /** It needs another worker. */
  void waitAgain(long now) {
    session = null;
    state = State.WAITING;
    since = now;
  }

  /** Its worker has died while it made this; returns how many by now. */
  int died() {
    return ++deaths;
  }

  /** Whether making it may be what takes workers down. */
  boolean suspected() {
    return deaths > 0;
  }

  /** Its worker's process has ended, and printed that last, or somebody says that of it. */
  void lostWith(String words) {
    lastWords = words;
  }

  /** What is known of the end of its last worker, as a sentence; empty if nothing is. */
  String lastWords() {
    return lastWords.isBlank() ? "" : " The last of them: " + lastWords;
  }

  /** Says that it is there; returns whether that is news to the engine. */
  boolean tell() {
    boolean news = !told;
    told = true;
    return news;
  }

  /** Whether the engine knows that it is there. */
  boolean told() {
    return told;
  }

  void callBegins() {
    calls++;
  }

  void callEnds() {
    calls--;
  }

  boolean calm() {
    return calls == 0;
  }
}
