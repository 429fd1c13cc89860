package dev.jacquard.benchmarks;

import dev.jacquard.engine.code.Code;
import dev.jacquard.spec.v1.Block;
import dev.jacquard.spec.v1.Node;
import dev.jacquard.spec.v1.Operand;
import dev.jacquard.spec.v1.WorkflowSpec;
import java.util.Optional;

/**
 * A workflow that is one chain of calls, as long as wanted: what a compiler would make of a very
 * long body.
 */
final class Chain implements Code {

  private final WorkflowSpec spec;

  private Chain(WorkflowSpec spec) {
    this.spec = spec;
  }

  /**
   * Lengthens a workflow of one parameter whose first node calls a task on it.
   *
   * @param calls how many calls the longer one has, each on the answer of the one before
   */
  static Chain lengthen(WorkflowSpec shortChain, int calls) {
    Node call = shortChain.getBody().getNodes(0);
    Block.Builder body = shortChain.getBody().toBuilder().clearNodes().clearResults();
    for (int i = 0; i < calls; i++) {
      Node.Builder next = call.toBuilder().setId("increment#" + i);
      next.getTaskCallBuilder().setArguments(0, Operand.newBuilder().setValue(i));
      body.addNodes(next);
    }
    body.addResults(Operand.newBuilder().setValue(calls));
    return new Chain(shortChain.toBuilder().setBody(body).build());
  }

  String workflow() {
    return spec.getInterface().getId();
  }

  @Override
  public Optional<WorkflowSpec> spec(String workflowId) {
    return workflowId.equals(workflow()) ? Optional.of(spec) : Optional.empty();
  }

  @Override
  public ClassLoader loader() {
    return Chain.class.getClassLoader();
  }
}
