package dev.jacquard.engine.plan;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A list of nodes in program order, indexed for running. Immutable. */
public final class BlockPlan {

  private static final int[] NONE = {};

  private final int parameters;
  private final int width;
  private final List<NodePlan> nodes;
  private final List<Input> results;
  private final int[][] waiters;
  private final int[][] followers;
  private final int[][] resultsOf;
  private final int[] missing;
  private final int[] nextStep;
  private final @Nullable Chain chain;
  private final int[] pools;

  BlockPlan(
      int parameters, int width, List<NodePlan> nodes, List<Input> results, @Nullable Chain chain) {
    this.parameters = parameters;
    this.width = width;
    this.nodes = List.copyOf(nodes);
    this.results = List.copyOf(results);
    this.chain = chain;
    this.missing = new int[nodes.size()];
    this.nextStep = nextSteps(nodes);
    List<List<Integer>> waiting = lists(width);
    List<List<Integer>> following = lists(width);
    for (NodePlan node : nodes) {
      index(node, waiting, following);
    }
    List<List<Integer>> resulting = lists(width);
    for (int i = 0; i < results.size(); i++) {
      if (results.get(i).isSlot()) {
        resulting.get(results.get(i).slot()).add(i);
      }
    }
    this.waiters = arrays(waiting);
    this.followers = arrays(following);
    this.resultsOf = arrays(resulting);
    this.pools =
        nodes.stream()
            .filter(PoolPlan.class::isInstance)
            .mapToInt(pool -> pool.head().firstOutput())
            .toArray();
  }

  private void index(NodePlan node, List<List<Integer>> waiting, List<List<Integer>> following) {
    int index = node.head().index();
    Set<Integer> slots = new LinkedHashSet<>();
    node.control().stream().filter(Input::isSlot).forEach(input -> slots.add(input.slot()));
    slots.forEach(slot -> waiting.get(slot).add(index));
    missing[index] = slots.size();
    List<Input> flow = node.flow();
    for (int i = 0; i < flow.size(); i++) {
      if (flow.get(i).isSlot()) {
        following.get(flow.get(i).slot()).add(index);
        following.get(flow.get(i).slot()).add(i);
      }
    }
  }

  private static int[] nextSteps(List<NodePlan> nodes) {
    int[] next = new int[nodes.size() + 1];
    next[nodes.size()] = nodes.size();
    for (int i = nodes.size() - 1; i >= 0; i--) {
      next[i] = nodes.get(i).step() ? i : next[i + 1];
    }
    return next;
  }

  private static List<List<Integer>> lists(int size) {
    List<List<Integer>> lists = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      lists.add(new ArrayList<>(1));
    }
    return lists;
  }

  private static int[][] arrays(List<List<Integer>> lists) {
    int[][] arrays = new int[lists.size()][];
    for (int i = 0; i < arrays.length; i++) {
      List<Integer> list = lists.get(i);
      arrays[i] = list.isEmpty() ? NONE : list.stream().mapToInt(Integer::intValue).toArray();
    }
    return arrays;
  }

  /** How many parameters it has; they are the first slots. */
  public int parameters() {
    return parameters;
  }

  /** How many slots a frame of it has: parameters, then the outputs of the nodes in order. */
  public int width() {
    return width;
  }

  /** The nodes in program order. */
  public List<NodePlan> nodes() {
    return nodes;
  }

  /** What the block answers. */
  public List<Input> results() {
    return results;
  }

  /** The nodes that cannot start without this slot, each once. */
  public int[] waiters(int slot) {
    return waiters[slot];
  }

  /** The nodes that hand on this slot, in pairs: node, and which of its flow inputs. */
  public int[] followers(int slot) {
    return followers[slot];
  }

  /** The results that this slot is. */
  public int[] resultsOf(int slot) {
    return resultsOf[slot];
  }

  /** How many slots each node waits for; a fresh array. */
  public int[] missing() {
    return missing.clone();
  }

  /**
   * The position of the first step at or after a position; the number of nodes if there is none.
   */
  public int stepFrom(int position) {
    return nextStep[position];
  }

  /** The slots of the pools that it makes; not to be changed. */
  public int[] pools() {
    return pools;
  }

  /** The block as a chain; null if its calls do not each wait for the one before. */
  public @Nullable Chain chain() {
    return chain;
  }
}
