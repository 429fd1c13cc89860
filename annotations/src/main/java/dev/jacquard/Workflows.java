package dev.jacquard;

import dev.jacquard.spi.DurationText;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The verbs that plain Java lacks, for use in workflow bodies, and their options.
 *
 * <p>In a graph their elements run at the same time; called as plain Java they are loops in the
 * calling thread, which leave options that only speed could tell aside (their values are still
 * checked). Both give the same result.
 *
 * <p>Lists that come out are unmodifiable, in the order of the lists that went in, and may hold
 * null. A body that throws a checked exception makes the verb throw it, as javac infers. An element
 * that fails ends the verb with its exception; of several, that of the lowest index. The same
 * option given twice is an {@link IllegalArgumentException}.
 *
 * <p>Stateless and thread-safe.
 */
public final class Workflows {

  private Workflows() {}

  /**
   * Calls the body for each element.
   *
   * @param items the elements
   * @param body what to do with each
   * @param options {@link #concurrency} and {@link #name}
   * @param <T> the element
   * @param <R> the result of one element
   * @param <X> what the body throws
   * @return the results, in the order of the elements
   * @throws X if the body does
   */
  public static <T, R, X extends Exception> List<R> map(
      List<? extends T> items, Body<? super T, ? extends R, X> body, MapOption... options)
      throws X {
    Options.check(options);
    return PlainJava.map(items, body);
  }

  /**
   * Calls the body for the elements at each place of two lists.
   *
   * @param as the first list
   * @param bs the second list, of the same length
   * @param body what to do with each pair
   * @param options {@link #concurrency} and {@link #name}
   * @param <A> the element of the first list
   * @param <B> the element of the second list
   * @param <R> the result of one pair
   * @param <X> what the body throws
   * @return the results, in order
   * @throws X if the body does
   * @throws IllegalArgumentException if the lengths differ; no pair is treated
   */
  public static <A, B, R, X extends Exception> List<R> map(
      List<? extends A> as,
      List<? extends B> bs,
      Body2<? super A, ? super B, ? extends R, X> body,
      MapOption... options)
      throws X {
    Options.check(options);
    return PlainJava.map(as, bs, body);
  }

  /**
   * Calls the body for the elements at each place of three lists.
   *
   * @param as the first list
   * @param bs the second list, of the same length
   * @param cs the third list, of the same length
   * @param body what to do with each triple
   * @param options {@link #concurrency} and {@link #name}
   * @param <A> the element of the first list
   * @param <B> the element of the second list
   * @param <C> the element of the third list
   * @param <R> the result of one triple
   * @param <X> what the body throws
   * @return the results, in order
   * @throws X if the body does
   * @throws IllegalArgumentException if the lengths differ; no triple is treated
   */
  public static <A, B, C, R, X extends Exception> List<R> map(
      List<? extends A> as,
      List<? extends B> bs,
      List<? extends C> cs,
      Body3<? super A, ? super B, ? super C, ? extends R, X> body,
      MapOption... options)
      throws X {
    Options.check(options);
    return PlainJava.map(as, bs, cs, body);
  }

  /**
   * Calls the body for each element, and goes on when one fails. Everything that an element throws
   * is its outcome, but for errors of the virtual machine other than {@link StackOverflowError},
   * after which nothing can be promised: they are thrown on.
   *
   * @param items the elements
   * @param body what to do with each
   * @param options {@link #concurrency}, {@link #name}, and {@link #minSuccessRatio} or {@link
   *     #minSuccesses}
   * @param <T> the element
   * @param <R> the result of one element
   * @param <X> what the body throws
   * @return what became of each element, in their order
   * @throws QuorumException if fewer elements succeeded than the options ask for; thrown after all
   *     have run
   */
  public static <T, R, X extends Exception> List<Outcome<R>> tryMap(
      List<? extends T> items, Body<? super T, ? extends R, X> body, TryMapOption... options) {
    Options.check(options);
    List<Outcome<R>> outcomes = PlainJava.tryMap(items, body);
    PlainJava.checkQuorum(outcomes, Options.requiredSuccesses(outcomes.size(), options));
    return outcomes;
  }

  /**
   * Keeps the elements for which the condition holds.
   *
   * @param items the elements
   * @param condition what to ask of each
   * @param options {@link #concurrency} and {@link #name}
   * @param <T> the element
   * @param <X> what the condition throws
   * @return those kept, in their order
   * @throws X if the condition does
   */
  public static <T, X extends Exception> List<T> filter(
      List<? extends T> items, Condition<? super T, X> condition, MapOption... options) throws X {
    Options.check(options);
    return PlainJava.filter(items, condition);
  }

  /**
   * Calls the body for each element and joins the lists that it returns.
   *
   * @param items the elements
   * @param body what to do with each; returns a list, not null
   * @param options {@link #concurrency} and {@link #name}
   * @param <T> the element
   * @param <R> the element of the lists that the body returns
   * @param <X> what the body throws
   * @return the lists' elements, one list after another in the order of the elements that they are
   *     for
   * @throws X if the body does
   */
  public static <T, R, X extends Exception> List<R> flatMap(
      List<? extends T> items,
      Body<? super T, ? extends List<? extends R>, X> body,
      MapOption... options)
      throws X {
    Options.check(options);
    return PlainJava.flatMap(items, body);
  }

  /**
   * Returns the whole numbers from 0 up to and without {@code n}. They take no memory.
   *
   * @param n how many
   * @return an unmodifiable list
   * @throws IllegalArgumentException if {@code n} is negative
   */
  public static List<Integer> range(int n) {
    return new RangeList(n);
  }

  /**
   * Returns the values of the outcomes that succeeded, in their order.
   *
   * @param outcomes what {@link #tryMap} returned
   * @param <R> the value
   * @return an unmodifiable list
   */
  public static <R> List<R> successes(List<Outcome<R>> outcomes) {
    return PlainJava.successes(outcomes);
  }

  /**
   * Returns the keys of a map in their natural order, a null key first: what to {@link #map} over,
   * since the order of a map itself may differ from process to process.
   *
   * @param map the map
   * @param <K> the key
   * @return an unmodifiable list
   */
  public static <K extends Comparable<? super K>> List<K> sortedKeys(Map<K, ?> map) {
    return PlainJava.sortedKeys(map);
  }

  /**
   * Combines all elements to one, in a tree whose shape is fixed by their number: neighbours in
   * pairs, the first with the second, the third with the fourth, an odd last one as it is; and so
   * on with the results until one is left.
   *
   * @param items the elements
   * @param combine makes one of two; it need not be associative
   * @param <T> the element
   * @param <X> what {@code combine} throws
   * @return the combined value; the element itself if there is one only; empty if there is none
   * @throws X if {@code combine} does
   * @throws NullPointerException if the value that is left is null, which an {@link Optional}
   *     cannot hold
   */
  public static <T, X extends Exception> Optional<T> reduce(List<T> items, Combine<T, X> combine)
      throws X {
    return PlainJava.reduce(items, combine);
  }

  /**
   * Does all of these, without an order between them; as plain Java, one after another.
   *
   * @param actions what to do
   * @param <X> what they throw
   * @throws X if one of them does; if several do, that of the first
   */
  @SafeVarargs
  public static <X extends Exception> void parallel(Action<X>... actions) throws X {
    for (Action<X> action : actions) {
      action.run();
    }
  }

  /**
   * Waits; in a graph without holding a thread or a pod.
   *
   * @param duration how long, such as {@code "5s"}; grammar as in {@link Task}
   * @throws IllegalArgumentException if it is no duration
   * @throws TaskAbortedException if, as plain Java, the thread is interrupted; it stays so
   */
  public static void sleep(String duration) {
    sleep(DurationText.parse(duration));
  }

  /**
   * Waits; in a graph without holding a thread or a pod.
   *
   * @param duration how long, 0 or more
   * @throws IllegalArgumentException if it is negative
   * @throws TaskAbortedException if, as plain Java, the thread is interrupted; it stays so
   */
  public static void sleep(Duration duration) {
    PlainJava.sleep(duration);
  }

  /**
   * Limits how many elements run at once; as plain Java, one does.
   *
   * @param limit 1 or more
   * @return the option
   * @throws IllegalArgumentException if it is less than 1
   */
  public static MapOption concurrency(int limit) {
    return new Options.Concurrency(limit);
  }

  /**
   * Names the verb's node in graphs, progress and messages, instead of the variable that it is
   * assigned to.
   *
   * @param name a text that is not blank and has no {@code /}
   * @return the option
   * @throws IllegalArgumentException if it is another
   */
  public static MapOption name(String name) {
    return new Options.Name(name);
  }

  /**
   * Makes {@link #tryMap} fail when a smaller part of the elements succeeded. Of no elements, every
   * part has.
   *
   * @param ratio from 0 to 1
   * @return the option
   * @throws IllegalArgumentException if it is another
   */
  public static TryMapOption minSuccessRatio(double ratio) {
    return new Options.MinSuccessRatio(ratio);
  }

  /**
   * Makes {@link #tryMap} fail when fewer elements succeeded.
   *
   * @param count 0 or more; more than there are elements always fails
   * @return the option
   * @throws IllegalArgumentException if it is negative
   */
  public static TryMapOption minSuccesses(int count) {
    return new Options.MinSuccesses(count);
  }
}
