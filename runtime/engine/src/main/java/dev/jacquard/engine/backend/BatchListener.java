package dev.jacquard.engine.backend;

/**
 * Hears of one batch, on any thread, one call after another for each batch. Must not block or
 * throw.
 */
public interface BatchListener {

  /**
   * An element has failed.
   *
   * @return whether the batch is to go on with its next element
   */
  boolean failed(Batch batch, ElementFailure failure);

  /**
   * Elements from {@code from} to before {@code to} have been taken back; none of them has started
   * or will; perhaps none.
   */
  void takenBack(Batch batch, int from, int to);

  /**
   * The batch has ended. Every element that it claimed was stored, or reported failed, or was no
   * longer wanted; none from {@link Batch#next} on has started or will.
   *
   * @param nanos how long it took
   */
  void ended(Batch batch, long nanos);
}
