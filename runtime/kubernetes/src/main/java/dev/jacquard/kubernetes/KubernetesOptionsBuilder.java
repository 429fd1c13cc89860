package dev.jacquard.kubernetes;

import dev.jacquard.engine.LocalOptions;
import dev.jacquard.engine.code.ClassPath;
import dev.jacquard.kubernetes.manifest.PodSettings;
import dev.jacquard.kubernetes.manifest.RunNames;
import dev.jacquard.kubernetes.pool.Patience;
import dev.jacquard.kubernetes.pool.PoolPods;
import dev.jacquard.worker.gateway.WorkerPool;
import dev.jacquard.worker.v1.Surroundings;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Options that are being chosen; each method says what {@link KubernetesOptions} says of it. */
public final class KubernetesOptionsBuilder {

  private final String host;
  private @Nullable String context;
  private @Nullable String namespace;
  private RunNames names;
  private InetSocketAddress listen;
  private PodSettings pods;
  private BiFunction<WorkerPool, PodTemplateSpec, PodTemplateSpec> shape;
  private int mostPods;
  private Duration idle;
  private Patience patience;
  private Duration lease;
  private @Nullable ClassPath classPath;
  private @Nullable Surroundings surroundings;
  private boolean mixedJava;
  private Consumer<List<PoolPods>> news;
  private LocalOptions engine;
  private long offloadAbove;

  KubernetesOptionsBuilder(KubernetesOptions from) {
    host = from.host();
    context = from.context();
    namespace = from.namespace();
    names = from.names();
    listen = from.listen();
    pods = from.pods();
    shape = from.shape();
    mostPods = from.mostPods();
    idle = from.idle();
    patience = from.patience();
    lease = from.lease();
    classPath = from.classPath();
    surroundings = from.surroundings();
    mixedJava = from.mixedJava();
    news = from.news();
    engine = from.engine();
    offloadAbove = from.offloadAbove();
  }

  /** The context of the kubeconfig. */
  public KubernetesOptionsBuilder context(@Nullable String name) {
    context = name;
    return this;
  }

  /** The namespace of the pods. */
  public KubernetesOptionsBuilder namespace(@Nullable String name) {
    namespace = name;
    return this;
  }

  /** The run's id. */
  public KubernetesOptionsBuilder names(RunNames run) {
    names = run;
    return this;
  }

  /** Where the engine listens, if not where it is reached. */
  public KubernetesOptionsBuilder listen(InetSocketAddress address) {
    listen = address;
    return this;
  }

  /** Returns what all pods have in common by now. */
  public PodSettings pods() {
    return pods;
  }

  /** What all pods have in common. */
  public KubernetesOptionsBuilder pods(PodSettings settings) {
    pods = settings;
    return this;
  }

  /** What else the template of a pool's pods is to have. */
  public KubernetesOptionsBuilder shape(
      BiFunction<WorkerPool, PodTemplateSpec, PodTemplateSpec> by) {
    shape = by;
    return this;
  }

  /** How many pods of a pool there are at once. */
  public KubernetesOptionsBuilder mostPods(int count) {
    mostPods = count;
    return this;
  }

  /** How long a pod may have nothing to do. */
  public KubernetesOptionsBuilder idle(Duration time) {
    idle = time;
    return this;
  }

  /** How long one waits for what stands in the way of pods. */
  public KubernetesOptionsBuilder patience(Patience time) {
    patience = time;
    return this;
  }

  /** How long a worker may be silent. */
  public KubernetesOptionsBuilder lease(Duration time) {
    lease = time;
    return this;
  }

  /** The application's code. */
  public KubernetesOptionsBuilder classPath(@Nullable ClassPath code) {
    classPath = code;
    return this;
  }

  /** What answers can depend on. */
  public KubernetesOptionsBuilder surroundings(@Nullable Surroundings those) {
    surroundings = those;
    return this;
  }

  /** Whether pods may have another Java release. */
  public KubernetesOptionsBuilder mixedJava(boolean allowed) {
    mixedJava = allowed;
    return this;
  }

  /** Who hears how the pods stand. */
  public KubernetesOptionsBuilder news(Consumer<List<PoolPods>> to) {
    news = to;
    return this;
  }

  /** How many bytes the encoding of a value in a message may have. */
  public KubernetesOptionsBuilder offloadAbove(long bytes) {
    offloadAbove = bytes;
    return this;
  }

  /** The engine's own options. */
  public KubernetesOptionsBuilder engine(LocalOptions options) {
    engine = options;
    return this;
  }

  /** Returns the options. */
  public KubernetesOptions build() {
    return new KubernetesOptions(
        context,
        namespace,
        names,
        host,
        listen,
        pods,
        shape,
        mostPods,
        idle,
        patience,
        lease,
        classPath,
        surroundings,
        mixedJava,
        news,
        engine,
        offloadAbove);
  }
}
