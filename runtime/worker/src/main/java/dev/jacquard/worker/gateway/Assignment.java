package dev.jacquard.worker.gateway;

import dev.jacquard.engine.backend.Batch;

/**
 * Elements of a batch that one worker carries out; what it says of them counts until it is lost.
 */
public final class Assignment {

  private final long id;
  private final Session session;
  private final Delivery delivery;
  private final int from;
  private final boolean careful;
  private final long since;
  private int to;
  private int unansweredTakeBacks;
  private boolean started;

  Assignment(long id, Session session, Delivery delivery, int to, boolean careful, long since) {
    this.id = id;
    this.session = session;
    this.delivery = delivery;
    this.from = delivery.next();
    this.to = to;
    this.careful = careful;
    this.since = since;
  }

  /** Its number; never used again. */
  public long id() {
    return id;
  }

  /** The batch. */
  public Batch batch() {
    return delivery.batch();
  }

  /** The first element. */
  public int from() {
    return from;
  }

  /** The end. */
  public int to() {
    return to;
  }

  /** Whether the worker asks before each element. */
  public boolean careful() {
    return careful;
  }

  /** The number by which the worker knows the replica that the calls are on; zero: none. */
  public long home() {
    return delivery.home() == null ? 0 : delivery.home().id();
  }

  boolean onReplica() {
    return delivery.home() != null;
  }

  Session session() {
    return session;
  }

  Delivery delivery() {
    return delivery;
  }

  long since() {
    return since;
  }

  void endAt(int limit) {
    to = Math.min(to, limit);
  }

  /** Whether all of it was reported: only the word that its worker is free is still to come. */
  boolean reported() {
    return delivery.next() >= to;
  }

  /** Whether the next element of a careful assignment may have started. */
  boolean started() {
    return started;
  }

  void setStarted(boolean now) {
    started = now;
  }

  void takeBackAsked() {
    unansweredTakeBacks++;
  }

  /** Takes one question off; returns whether there was one. */
  boolean answerTakeBack() {
    if (unansweredTakeBacks == 0) {
      return false;
    }
    unansweredTakeBacks--;
    return true;
  }
}
