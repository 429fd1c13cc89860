package dev.jacquard.server.wire;

import dev.jacquard.kubernetes.KubernetesOptions;
import dev.jacquard.kubernetes.KubernetesOptionsBuilder;
import dev.jacquard.kubernetes.manifest.PodSettings;
import dev.jacquard.kubernetes.pool.Patience;
import dev.jacquard.server.v1.Manner;
import java.time.Duration;

/** How calls are carried out, as a message. */
public final class Manners {

  private Manners() {}

  /**
   * Returns what of some options has to do with calls.
   *
   * @param profiles a file of profiles; empty: there are none
   */
  public static Manner of(KubernetesOptions options, boolean strict, String profiles) {
    return Manner.newBuilder()
        .setStrict(strict)
        .setMixedJava(options.mixedJava())
        .setImage(options.pods().image())
        .setMostPods(options.mostPods())
        .setIdleMillis(options.idle().toMillis())
        .setPatienceMillis(options.patience().room().toMillis())
        .setLeaseMillis(options.lease().toMillis())
        .setSlots(options.pods().slots())
        .addAllJavaOptions(options.pods().javaOptions())
        .setOffloadAbove(options.offloadAbove())
        .setProfiles(profiles)
        .build();
  }

  /**
   * Returns options with what a message says; strictness and profiles are left out.
   *
   * @param options where pods reach the engine, and what else is the engine's own
   */
  public static KubernetesOptionsBuilder apply(Manner manner, KubernetesOptions options) {
    PodSettings pods = options.pods();
    return options.toBuilder()
        .mixedJava(manner.getMixedJava())
        .mostPods(manner.getMostPods())
        .idle(Duration.ofMillis(manner.getIdleMillis()))
        .patience(Patience.of(Duration.ofMillis(manner.getPatienceMillis())))
        .lease(Duration.ofMillis(manner.getLeaseMillis()))
        .offloadAbove(manner.getOffloadAbove())
        .pods(
            new PodSettings(
                manner.getImage(),
                pods.connect(),
                manner.getSlots(),
                manner.getJavaOptionsList(),
                pods.patience(),
                pods.grace(),
                pods.kept()));
  }
}
