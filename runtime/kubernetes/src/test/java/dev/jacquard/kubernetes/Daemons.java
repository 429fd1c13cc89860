package dev.jacquard.kubernetes;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.List;

/**
 * Breaks the cluster's own daemons, with the command in {@code JACQUARD_TEST_FAULT}, which takes
 * words as {@code stop-kubelet}: stop, kill, start, restart, freeze or thaw, and etcd, apiserver,
 * controller-manager, scheduler or kubelet.
 */
final class Daemons {

  private static final String HOW =
      "Tests that break a cluster's daemons are skipped: set JACQUARD_TEST_FAULT to a command that"
          + " takes words as stop-kubelet";

  /** All that may have been broken, each after what it stands on. */
  private static final List<String> ALL =
      List.of("etcd", "apiserver", "controller-manager", "scheduler", "kubelet");

  private Daemons() {}

  /** Skips the test where they cannot be broken. */
  static void required() {
    boolean there = System.getenv("JACQUARD_TEST_FAULT") != null;
    if (!there && System.getenv("KUBECONFIG") != null) {
      System.out.println(HOW);
    }
    assumeTrue(there, HOW);
  }

  static void fault(String word) {
    try {
      Process process =
          new ProcessBuilder(System.getenv("JACQUARD_TEST_FAULT"), word)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      if (process.waitFor() != 0) {
        throw new IllegalStateException("The fault " + word + " could not be made.");
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Puts all of them back in order. */
  static void mend() {
    fault("thaw-etcd");
    ALL.forEach(daemon -> fault("start-" + daemon));
  }
}
