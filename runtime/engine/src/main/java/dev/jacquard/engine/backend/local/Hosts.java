package dev.jacquard.engine.backend.local;

import dev.jacquard.engine.backend.Construction;
import dev.jacquard.engine.backend.ReplicaListener;
import dev.jacquard.engine.backend.TaskCaller;
import dev.jacquard.engine.pool.Replica;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * The replicas of a local backend. Thread-safe; makes and closes them on threads that it is given.
 */
final class Hosts {

  private final Executor threads;
  private final TaskCaller caller;
  private final ConcurrentMap<Replica, Host> hosts = new ConcurrentHashMap<>();
  private volatile boolean closed;

  Hosts(Executor threads, TaskCaller caller) {
    this.threads = threads;
    this.caller = caller;
  }

  void create(Replica replica, ReplicaListener listener) {
    Host host = new Host(replica, listener);
    hosts.put(replica, host);
    if (closed) {
      hosts.remove(replica);
      listener.failed(replica, new CancellationException("The backend has been closed."));
      return;
    }
    threads.execute(() -> make(replica, host, listener));
  }

  private void make(Replica replica, Host host, ReplicaListener listener) {
    host.making();
    try {
      Object instance = Construction.instance(replica, caller);
      if (host.made(instance)) {
        listener.created(replica);
      }
    } catch (Throwable thrown) {
      if (host.made(null)) {
        hosts.remove(replica, host);
        listener.failed(replica, thrown);
      }
    }
    host.leave();
  }

  /** Returns where a replica is; null if it has been retired. */
  @Nullable Host find(Replica replica) {
    return hosts.get(replica);
  }

  void retire(Replica replica, ReplicaListener listener) {
    Host host = hosts.remove(replica);
    if (host == null) {
      listener.retired(replica);
    } else if (host.retire(true)) {
      threads.execute(host::close);
    }
  }

  /** Retires all; makes no more. */
  void close() {
    closed = true;
    for (Replica replica : List.copyOf(hosts.keySet())) {
      Host host = hosts.remove(replica);
      if (host != null && host.retire(false)) {
        threads.execute(host::close);
      }
    }
  }
}
