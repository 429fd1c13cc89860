package dev.jacquard.kubernetes.pool;

import dev.jacquard.kubernetes.failure.PodEnd;
import dev.jacquard.kubernetes.failure.PodTrouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Something that is heard of a pool. */
public sealed interface PodEvent {

  /**
   * The pool is asked for, for the first time by this engine: before anything is needed of it.
   *
   * @param template what its pods would be like, as Jobs say it; empty: none that is there will do
   */
  record Claimed(String template) implements PodEvent {}

  /**
   * A Job is there.
   *
   * @param pods how many it has been asked for
   * @param ended the indexes of those that have ended
   * @param template what its pods are like; empty: it does not say
   */
  record JobSeen(int job, int pods, Set<Integer> ended, String template) implements PodEvent {}

  /** So many workers are of use now. */
  record Needed(int workers) implements PodEvent {}

  /** The worker in a pod serves. */
  record Serving(String pod) implements PodEvent {}

  /** The worker in a pod takes nothing new, unless it serves again. */
  record Leaving(String pod) implements PodEvent {}

  /**
   * A pod is there.
   *
   * @param id which of the pool's
   * @param running whether it has a node and its containers run
   * @param trouble why it does not start; null: nothing is known
   */
  record Seen(PodId id, String pod, boolean running, @Nullable PodTrouble trouble)
      implements PodEvent {}

  /** A pod is being ended by others. */
  record Ending(PodId id, String pod) implements PodEvent {}

  /** A pod has ended. */
  record Ended(PodId id, String pod, PodEnd end) implements PodEvent {}

  /** A Job has come to its end: none of its pods will be made any more. */
  record JobOver(int job) implements PodEvent {}

  /** The pods of a Job are not let in. */
  record Refused(int job, PodTrouble trouble) implements PodEvent {}

  /** Nothing that is asked for can be made at all. */
  record Impossible(String reason) implements PodEvent {}

  /** Time has passed. */
  record Tick() implements PodEvent {}

  /**
   * Which pod of a pool.
   *
   * @param job the number of its Job in the pool, from one
   * @param index its index in the Job
   */
  record PodId(int job, int index) {}
}
