package dev.jacquard.processor.model;

import java.util.List;
import java.util.Optional;

/** What a node does. */
public sealed interface NodeKind {

  /**
   * A call of a task. Outputs: the result, none for a void task.
   *
   * @param task its id
   * @param receiver the pool, for a task of an actor
   * @param arguments in the order of the task's parameters
   * @param discarded whether the source throws the result away
   */
  record TaskCall(
      String task, Optional<Operand> receiver, List<Operand> arguments, boolean discarded)
      implements NodeKind {

    /** Copies the list. */
    public TaskCall {
      arguments = List.copyOf(arguments);
    }
  }

  /**
   * A call of another workflow. Outputs: the result, none for a void workflow.
   *
   * @param workflow its id
   * @param arguments in the order of its parameters
   */
  record SubWorkflow(String workflow, List<Operand> arguments) implements NodeKind {

    /** Copies the list. */
    public SubWorkflow {
      arguments = List.copyOf(arguments);
    }
  }

  /**
   * One run of the body per element. Outputs: one list.
   *
   * @param items one to three lists of equal length
   * @param captures what the body takes from around it
   * @param body its parameters are one element of each list, then the captures
   * @param concurrency int: calls in flight
   * @param displayName String: how the node is shown, where that is no constant
   */
  record MapNode(
      Collect collect,
      List<Operand> items,
      List<Operand> captures,
      GraphBlock body,
      Optional<Operand> concurrency,
      Optional<Operand> displayName)
      implements NodeKind {

    /** Copies the lists. */
    public MapNode {
      items = List.copyOf(items);
      captures = List.copyOf(captures);
    }
  }

  /**
   * Runs one arm. Every arm has the captures as its parameters, and results for the node's outputs.
   *
   * @param selector boolean: the first arm when true, the second when false
   */
  record Branch(Operand selector, List<Operand> captures, List<GraphBlock> arms)
      implements NodeKind {

    /** Copies the lists. */
    public Branch {
      captures = List.copyOf(captures);
      arms = List.copyOf(arms);
    }
  }

  /**
   * Declares a pool of warm replicas. Outputs: the pool.
   *
   * @param actor the id of the constructor
   * @param arguments in the order of its parameters
   */
  record Pool(String actor, List<Operand> arguments) implements NodeKind {

    /** Copies the list. */
    public Pool {
      arguments = List.copyOf(arguments);
    }
  }

  /** Lets go of a pool. No outputs. */
  record Release(Operand pool) implements NodeKind {}

  /** Computes an expression with exactly Java's meaning. Outputs: its value. */
  record Evaluate(Expression expression) implements NodeKind {}

  /** What a {@link MapNode} makes of the results of its body. */
  enum Collect {
    /** The results in input order. */
    LIST,
    /** The elements for which the body answers true. */
    FILTER,
    /** The results, lists themselves, one after another. */
    FLAT
  }
}
