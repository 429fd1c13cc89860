package dev.jacquard.kubernetes.pool;

/** What is done about the pods of a pool. None of it waits. */
public interface PodEffects {

  /**
   * Asks for pods: a Job is to have so many in all, with those that have ended.
   *
   * @param job the number of the Job in the pool
   * @param pods as many as it has had, and the new ones
   */
  void ask(int job, int pods);

  /** A Job of an earlier engine is to go, with its pods. */
  void letGo(int job);

  /** A pod has ended, and what it ran may be to blame. */
  void exited(String pod, String words);

  /** A pod was ended by others. */
  void removed(String pod);

  /** No pod will come: the reason is a whole sentence, and says what to do. */
  void hopeless(String reason);
}
