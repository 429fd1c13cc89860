package dev.jacquard.engine.value;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Goes over a value and makes another form of it, with a stack of its own: a chain of 10,000
 * records takes no more of the thread's stack than one. Deeper than {@link #LIMIT} levels fails
 * with a {@link ValueException}.
 *
 * @param <S> the form it comes from
 * @param <R> the form it becomes
 */
abstract class Walk<S, R> {

  /**
   * How deep values may nest; lists, sets, maps, optionals, outcomes and records count one level
   * each.
   */
  static final int LIMIT = 100_000;

  /** A path in an error message shows this many steps at each end. */
  private static final int SHOWN = 8;

  /** Parts that have to be walked before their whole can be made. */
  record Parts<S>(Composite shape, List<? extends @Nullable S> sources) {}

  private static final class Frame<S> {
    final @Nullable Frame<S> parent;
    final Parts<S> parts;
    final int depth;
    final @Nullable Object[] results;
    int next;

    Frame(@Nullable Frame<S> parent, Parts<S> parts) {
      this.parent = parent;
      this.parts = parts;
      this.depth = parent == null ? 0 : parent.depth + 1;
      this.results = new @Nullable Object[parts.sources.size()];
    }
  }

  private @Nullable Frame<S> top;

  /** Returns the result for a value without parts, or {@link Parts} for another. */
  abstract @Nullable Object visit(Shape shape, @Nullable S source);

  /** Makes the whole of its parts; {@code depth} counts from zero at the root. */
  abstract @Nullable Object finish(Composite shape, @Nullable Object[] parts, int depth);

  @SuppressWarnings("unchecked") // visit and finish return what R says
  final @Nullable R walk(Shape shape, @Nullable S source, String root) {
    try {
      Object result = visit(shape, source);
      return (R) (result instanceof Parts<?> parts ? walkParts((Parts<S>) parts) : result);
    } catch (ValueException e) {
      throw e.under(path(root));
    }
  }

  @SuppressWarnings("unchecked") // parts are of S
  private @Nullable Object walkParts(Parts<S> root) {
    Frame<S> frame = new Frame<>(null, root);
    while (true) {
      top = frame;
      if (frame.next < frame.results.length) {
        Shape part = frame.parts.shape.part(frame.next);
        Object result = visit(part, frame.parts.sources.get(frame.next));
        if (result instanceof Parts<?> parts) {
          frame = open(frame, (Parts<S>) parts);
        } else {
          frame.results[frame.next++] = result;
        }
      } else {
        Object whole = finish(frame.parts.shape, frame.results, frame.depth);
        frame = frame.parent;
        if (frame == null) {
          return whole;
        }
        frame.results[frame.next++] = whole;
      }
    }
  }

  private Frame<S> open(Frame<S> frame, Parts<S> parts) {
    if (frame.depth == LIMIT) {
      throw ValueException.of("nests deeper than " + LIMIT + " levels");
    }
    return new Frame<>(frame, parts);
  }

  /** Of a very long path the ends are shown. */
  private String path(String root) {
    Deque<String> steps = new ArrayDeque<>();
    for (Frame<S> frame = top; frame != null; frame = frame.parent) {
      if (frame.next < frame.results.length) {
        steps.addFirst(frame.parts.shape.step(frame.next));
      }
    }
    StringBuilder path = new StringBuilder(root);
    int index = 0;
    for (String step : steps) {
      if (index < SHOWN || index >= steps.size() - SHOWN) {
        path.append(step);
      } else if (index == SHOWN) {
        path.append(" -> (").append(steps.size() - 2 * SHOWN).append(" more)");
      }
      index++;
    }
    return path.toString();
  }

  @SuppressWarnings("unchecked") // the results of walks to T
  static <T> List<T> listOf(@Nullable Object[] parts) {
    return (List<T>) (List<?>) Arrays.asList(parts);
  }
}
