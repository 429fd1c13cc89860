package dev.jacquard;

import dev.jacquard.spi.VerbRules;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The loops that the verbs are when no graph runs them. */
final class PlainJava {

  private PlainJava() {}

  static <T, R, X extends Exception> List<R> map(
      List<? extends T> items, Body<? super T, ? extends R, X> body) throws X {
    List<R> results = new ArrayList<>(items.size());
    for (T item : items) {
      results.add(body.apply(item));
    }
    return Collections.unmodifiableList(results);
  }

  static <A, B, R, X extends Exception> List<R> map(
      List<? extends A> as, List<? extends B> bs, Body2<? super A, ? super B, ? extends R, X> body)
      throws X {
    VerbRules.checkLengths(as.size(), bs.size());
    List<R> results = new ArrayList<>(as.size());
    Iterator<? extends B> b = bs.iterator();
    for (A a : as) {
      results.add(body.apply(a, b.next()));
    }
    return Collections.unmodifiableList(results);
  }

  static <A, B, C, R, X extends Exception> List<R> map(
      List<? extends A> as,
      List<? extends B> bs,
      List<? extends C> cs,
      Body3<? super A, ? super B, ? super C, ? extends R, X> body)
      throws X {
    VerbRules.checkLengths(as.size(), bs.size(), cs.size());
    List<R> results = new ArrayList<>(as.size());
    Iterator<? extends B> b = bs.iterator();
    Iterator<? extends C> c = cs.iterator();
    for (A a : as) {
      results.add(body.apply(a, b.next(), c.next()));
    }
    return Collections.unmodifiableList(results);
  }

  static <T, R, X extends Exception> List<Outcome<R>> tryMap(
      List<? extends T> items, Body<? super T, ? extends R, X> body) {
    List<Outcome<R>> outcomes = new ArrayList<>(items.size());
    // An interruption is restored only when all have run, so that one does not fail the others.
    boolean interrupted = false;
    for (T item : items) {
      Outcome<R> outcome;
      try {
        outcome = new Outcome.Succeeded<>(outcomes.size(), body.apply(item));
      } catch (Throwable e) {
        if (e instanceof Error error && !VerbRules.isOutcome(error)) {
          throw error;
        }
        interrupted |= e instanceof InterruptedException;
        outcome = new Outcome.Failed<>(outcomes.size(), Failure.of(e));
      }
      outcomes.add(outcome);
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return Collections.unmodifiableList(outcomes);
  }

  static <R> void checkQuorum(List<Outcome<R>> outcomes, int required) {
    int successes = successes(outcomes).size();
    if (successes < required) {
      throw new QuorumException(required, successes, outcomes.size());
    }
  }

  static <T, X extends Exception> List<T> filter(
      List<? extends T> items, Condition<? super T, X> condition) throws X {
    List<T> kept = new ArrayList<>();
    for (T item : items) {
      if (condition.test(item)) {
        kept.add(item);
      }
    }
    return Collections.unmodifiableList(kept);
  }

  static <T, R, X extends Exception> List<R> flatMap(
      List<? extends T> items, Body<? super T, ? extends List<? extends R>, X> body) throws X {
    List<R> results = new ArrayList<>();
    for (T item : items) {
      results.addAll(body.apply(item));
    }
    return Collections.unmodifiableList(results);
  }

  static <R> List<R> successes(List<Outcome<R>> outcomes) {
    List<R> values = new ArrayList<>();
    for (Outcome<R> outcome : outcomes) {
      if (outcome instanceof Outcome.Succeeded<R> succeeded) {
        values.add(succeeded.value());
      }
    }
    return Collections.unmodifiableList(values);
  }

  static <K extends Comparable<? super K>> List<K> sortedKeys(Map<K, ?> map) {
    List<K> keys = new ArrayList<>(map.keySet());
    keys.sort(Comparator.nullsFirst(Comparator.naturalOrder()));
    return Collections.unmodifiableList(keys);
  }

  static <T, X extends Exception> Optional<T> reduce(List<T> items, Combine<T, X> combine)
      throws X {
    if (items.isEmpty()) {
      return Optional.empty();
    }
    List<T> level = items;
    while (level.size() > 1) {
      level = combinePairs(level, combine);
    }
    return Optional.of(level.iterator().next());
  }

  private static <T, X extends Exception> List<T> combinePairs(List<T> level, Combine<T, X> combine)
      throws X {
    List<T> next = new ArrayList<>(level.size() / 2 + 1);
    Iterator<T> items = level.iterator();
    while (items.hasNext()) {
      T left = items.next();
      next.add(items.hasNext() ? combine.combine(left, items.next()) : left);
    }
    return next;
  }

  static void sleep(Duration duration) {
    VerbRules.checkSleep(duration);
    try {
      TimeUnit.NANOSECONDS.sleep(TimeUnit.NANOSECONDS.convert(duration));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TaskAbortedException("sleep was interrupted.", e);
    }
  }
}
