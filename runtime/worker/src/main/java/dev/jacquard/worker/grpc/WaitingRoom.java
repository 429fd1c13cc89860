package dev.jacquard.worker.grpc;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where workers wait whose pool nobody has asked for yet, as those of an engine that is gone: they
 * are told of the code, and so begin to serve, when it is known whether they are wanted.
 * Thread-safe.
 */
public final class WaitingRoom {

  /** A worker that waits. None of it waits. */
  interface Guest {
    void comeIn();

    void leave(String reason);
  }

  private final boolean open;
  private final Set<String> wanted = new HashSet<>();
  private final Map<String, List<Guest>> guests = new HashMap<>();

  private WaitingRoom(boolean open) {
    this.open = open;
  }

  /** Lets everybody through. */
  public static WaitingRoom none() {
    return new WaitingRoom(true);
  }

  /** Lets workers through when their pool is asked for. */
  public static WaitingRoom untilAsked() {
    return new WaitingRoom(false);
  }

  void enter(String pool, Guest guest) {
    synchronized (this) {
      if (!open && !wanted.contains(pool)) {
        guests.computeIfAbsent(pool, name -> new ArrayList<>()).add(guest);
        return;
      }
    }
    guest.comeIn();
  }

  /** The guest is gone. */
  synchronized void forget(String pool, Guest guest) {
    List<Guest> waiting = guests.get(pool);
    if (waiting != null && waiting.remove(guest) && waiting.isEmpty()) {
      guests.remove(pool);
    }
  }

  /** A pool is asked for: its workers are let through from here on. */
  public void admit(String pool) {
    List<Guest> waiting;
    synchronized (this) {
      wanted.add(pool);
      waiting = guests.remove(pool);
    }
    if (waiting != null) {
      waiting.forEach(Guest::comeIn);
    }
  }

  /** Nobody has asked for a pool in time: who waits for that goes. */
  public void dismiss(String pool) {
    List<Guest> waiting;
    synchronized (this) {
      waiting = guests.remove(pool);
    }
    if (waiting != null) {
      waiting.forEach(guest -> guest.leave("Nobody asks for pool " + pool + "."));
    }
  }
}
