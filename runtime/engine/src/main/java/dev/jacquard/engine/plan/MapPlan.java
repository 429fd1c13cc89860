package dev.jacquard.engine.plan;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Runs its body for each element.
 *
 * @param head what all nodes have
 * @param collect what becomes of the results
 * @param items one to three lists of equal length
 * @param captures the body's parameters after the elements
 * @param body one run of it per element
 * @param options how it runs
 */
public record MapPlan(
    NodeHead head,
    Collect collect,
    List<Input> items,
    List<Input> captures,
    BlockPlan body,
    Options options)
    implements NodePlan {

  /** What becomes of the elements' results. */
  public enum Collect {
    /** The results. */
    LIST,
    /** The elements for which the result is true. */
    FILTER,
    /** The results, lists themselves, one after another. */
    FLAT
  }

  /**
   * How it runs.
   *
   * @param concurrency how many calls may be in flight; null: what the backend has
   * @param displayName how it is shown; null: by its id
   */
  public record Options(@Nullable Input concurrency, @Nullable Input displayName) {}

  @Override
  public List<Input> control() {
    List<Input> control = new ArrayList<>(items);
    if (options.concurrency() != null) {
      control.add(options.concurrency());
    }
    if (options.displayName() != null) {
      control.add(options.displayName());
    }
    Chain chain = body.chain();
    if (chain != null) {
      chain.entry().forEach(slot -> addCapture(slot, control));
      Input receiver = chain.receiver();
      if (receiver != null) {
        addCapture(receiver.slot(), control);
      }
    }
    return control;
  }

  /**
   * Without what its first call needs no element could start: waiting for it before the map starts
   * costs nothing, and lets the elements be carried out in batches.
   */
  private void addCapture(int slot, List<Input> control) {
    int capture = slot - items.size();
    if (capture >= 0 && capture < captures.size()) {
      control.add(captures.get(capture));
    }
  }

  @Override
  public List<Input> flow() {
    return captures;
  }
}
