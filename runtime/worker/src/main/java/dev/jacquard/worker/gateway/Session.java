package dev.jacquard.worker.gateway;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One stream of a worker, from its hello until its word counts no more. */
final class Session {

  private final long id;
  private final String instance;
  private final int slots;
  private final Map<Long, Assignment> running = new LinkedHashMap<>();
  private long leaseEnd;
  private boolean takesWork = true;
  private boolean severed;
  private boolean reserved;

  Session(long id, String instance, int slots) {
    this.id = id;
    this.instance = instance;
    this.slots = slots;
  }

  long id() {
    return id;
  }

  String instance() {
    return instance;
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

  boolean idle() {
    return running.isEmpty();
  }

  int busy() {
    return running.size();
  }

  int free() {
    return slots - running.size();
  }

  /** Whether a suspect runs here, which must be alone. */
  boolean alone() {
    return running.values().stream().anyMatch(Assignment::careful);
  }

  void add(Assignment assignment) {
    running.put(assignment.id(), assignment);
  }

  void remove(Assignment assignment) {
    running.remove(assignment.id());
  }

  @Nullable Assignment running(long assignment) {
    return running.get(assignment);
  }

  Collection<Assignment> running() {
    return running.values();
  }
}
