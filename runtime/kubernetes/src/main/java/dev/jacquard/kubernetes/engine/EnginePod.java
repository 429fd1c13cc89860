package dev.jacquard.kubernetes.engine;

import dev.jacquard.kubernetes.cluster.ClusterException;
import dev.jacquard.kubernetes.cluster.EngineAccess;
import dev.jacquard.kubernetes.failure.PodEnd;
import dev.jacquard.kubernetes.failure.PodReader;
import dev.jacquard.kubernetes.failure.PodTrouble;
import dev.jacquard.kubernetes.manifest.RunNames;
import dev.jacquard.kubernetes.pool.Patience;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An engine in a pod, reached by a forwarded port: made for a run and deleted with it, or one that
 * stays. Thread-safe.
 */
public final class EnginePod implements AutoCloseable {

  /** Where engines listen for those who have executions, on the loopback of their pods. */
  public static final int PORT = 7434;

  private static final Logger LOG = LoggerFactory.getLogger(EnginePod.class);
  private static final long LOOK_MILLIS = 250;

  /** A Job that gets no pod says so at once; it is asked now and then. */
  private static final long REFUSAL_NANOS = TimeUnit.SECONDS.toNanos(10);

  private final EngineAccess access;
  private final @Nullable String job;
  private final CompletableFuture<String> ready = new CompletableFuture<>();
  private final Consumer<String> news;
  private volatile Consumer<String> onEnd = words -> {};
  private volatile @Nullable PodTrouble trouble;
  private volatile boolean there;
  private volatile @Nullable String lastWords;
  private final Object making = new Object();
  private boolean closed;
  private EngineAccess.@Nullable Watched watched;
  private EngineAccess.@Nullable Forward forward;

  private EnginePod(EngineAccess access, @Nullable String job, Consumer<String> news) {
    this.access = access;
    this.job = job;
    this.news = news;
  }

  /**
   * Starts an engine for a run, and waits until it is reached.
   *
   * @param words of {@code jacquard} that the engine's process runs with
   * @param shape what else its pod is to have
   * @param patience how long to wait for what stands in the way of its pod
   * @param news is told what goes on, a line at a time
   * @throws ClusterException if it does not start; nothing is left behind
   */
  public static EnginePod start(
      EngineAccess access,
      String image,
      List<String> words,
      UnaryOperator<PodTemplateSpec> shape,
      Patience patience,
      LongSupplier nanos,
      Consumer<String> news) {
    access.mayForward(news);
    RunNames run = RunNames.fresh();
    Job job = EngineManifests.ofRun(run, image, words, shape);
    if (!access.hasAccount(EngineManifests.ACCOUNT)) {
      EngineManifests.baseInOrder().forEach(access::apply);
      news.accept(
          "the service account %s, its role and network policies were made in namespace %s"
              .formatted(EngineManifests.ACCOUNT, access.namespace()));
    }
    EnginePod engine = new EnginePod(access, run.engine(), news);
    // A pod that finds no node would wait for one for ever, long after whoever has had enough.
    Thread undo = new Thread(engine::close, "jacquard-undo");
    Runtime.getRuntime().addShutdownHook(undo);
    try {
      engine.make(job);
      engine.watch(EngineManifests.labels(run));
      engine.reach(patience, nanos);
      return engine;
    } catch (RuntimeException | Error e) {
      engine.close();
      throw e;
    } finally {
      forget(undo);
    }
  }

  /** Not beside its end, which would find nothing to delete yet. */
  private void make(Job made) {
    synchronized (making) {
      if (closed) {
        throw new ClusterException("The run was ended before its engine was made.", null);
      }
      access.apply(made);
    }
  }

  private static void forget(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      LOG.debug("The process ends, and takes the engine with it.");
    }
  }

  /**
   * Finds an engine that stays, and waits until it is reached.
   *
   * @param name of its Deployment
   * @throws ClusterException if there is none, or it does not start
   */
  public static EnginePod find(
      EngineAccess access,
      String name,
      Patience patience,
      LongSupplier nanos,
      Consumer<String> news) {
    access.mayForward(news);
    EnginePod engine = new EnginePod(access, null, news);
    try {
      int pods =
          engine.watch(
              Map.of(
                  EngineManifests.NAME, EngineManifests.ACCOUNT, EngineManifests.INSTANCE, name));
      if (pods == 0) {
        throw new ClusterException(
            "There must be an engine %s in namespace %s; found no pod of one. Apply deploy/kubernetes/engine, or leave"
                    .formatted(name, access.namespace())
                + " --engine out for an engine of the run's own.",
            null);
      }
      engine.reach(patience, nanos);
      return engine;
    } catch (RuntimeException e) {
      engine.close();
      throw e;
    }
  }

  private int watch(Map<String, String> labels) {
    EngineAccess.Watched now =
        access.watch(
            labels,
            new ResourceEventHandler<>() {
              @Override
              public void onAdd(Pod pod) {
                seen(pod, false);
              }

              @Override
              public void onUpdate(Pod before, Pod pod) {
                seen(pod, false);
              }

              @Override
              public void onDelete(Pod pod, boolean stale) {
                seen(pod, true);
              }
            });
    watched = now;
    return now.count();
  }

  private void seen(Pod pod, boolean gone) {
    String name = pod.getMetadata().getName();
    there = true;
    Optional<PodEnd> end = gone ? Optional.of(PodReader.gone(pod)) : PodReader.end(pod);
    if (end.isPresent()) {
      ended(name, end.get().words());
    } else if (pod.getMetadata().getDeletionTimestamp() == null) {
      trouble = PodReader.trouble(pod).orElse(null);
      if (isReady(pod)) {
        ready.complete(name);
      }
    }
  }

  private void ended(String pod, String words) {
    boolean own = ready.isDone() && !ready.isCompletedExceptionally() && pod.equals(ready.join());
    if (own) {
      lastWords = words;
      onEnd.accept(words);
    } else if (job != null) {
      ready.completeExceptionally(
          new ClusterException("The engine's pod must start; found: " + words, null));
    }
  }

  private static boolean isReady(Pod pod) {
    return pod.getStatus() != null
        && pod.getStatus().getConditions() != null
        && pod.getStatus().getConditions().stream()
            .anyMatch(c -> "Ready".equals(c.getType()) && "True".equals(c.getStatus()));
  }

  private void reach(Patience patience, LongSupplier nanos) {
    String pod = await(patience, nanos);
    forward = access.forward(pod, PORT);
    news.accept("the engine runs in pod " + pod);
  }

  private String await(Patience patience, LongSupplier nanos) {
    PodWait wait = new PodWait(patience, news, nanos.getAsLong());
    long asked = nanos.getAsLong();
    while (true) {
      try {
        return ready.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        long now = nanos.getAsLong();
        if (job != null && !there && now - asked > REFUSAL_NANOS) {
          asked = now;
          refused(job);
        }
        wait.look(trouble, now);
      } catch (ExecutionException e) {
        throw e.getCause() instanceof ClusterException known
            ? known
            : new IllegalStateException(e.getCause());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new ClusterException("Waiting for the engine's pod was interrupted.", e);
      }
    }
  }

  /** What keeps a Job from its pod is no pod's status. */
  private void refused(String made) {
    Optional<String> words = access.refusal(made);
    if (words.isPresent() && !there) {
      trouble = new PodTrouble.Refused(words.get());
    }
  }

  /** Where it is reached on this machine. */
  public InetSocketAddress address() {
    EngineAccess.Forward open = forward;
    if (open == null) {
      throw new IllegalStateException("An engine must be reached before it has an address.");
    }
    return open.address();
  }

  /** Who hears, with Kubernetes' words, that the pod has ended before the run; also if it has. */
  public void onEnd(Consumer<String> listener) {
    onEnd = listener;
    String words = lastWords;
    if (words != null) {
      listener.accept(words);
    }
  }

  /** Lets go of the engine; one that was made for the run is deleted. */
  @Override
  public void close() {
    onEnd = words -> {};
    synchronized (making) {
      closed = true;
    }
    EngineAccess.Forward open = forward;
    if (open != null) {
      open.close();
    }
    EngineAccess.Watched seen = watched;
    if (seen != null) {
      seen.close();
    }
    if (job != null) {
      try {
        access.deleteJob(job);
      } catch (RuntimeException e) {
        LOG.warn("The engine {} could not be deleted, and goes by itself: {}", job, e.toString());
      }
    }
  }
}
