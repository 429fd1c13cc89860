package dev.jacquard.differential;

import dev.jacquard.engine.code.Code;
import dev.jacquard.engine.code.LoaderCode;
import dev.jacquard.engine.testing.SteppedRun;
import dev.jacquard.engine.testing.SteppedRuntime;
import java.util.List;

/**
 * Runs a program as the graph that it was compiled to: in strict mode, in an order drawn from a
 * seed.
 */
final class Graph {

  private Graph() {}

  static Answer run(ClassLoader loader, Program program, List<Object> arguments, long seed) {
    StepLog.take();
    Code code = LoaderCode.of(loader);
    SteppedRun run = SteppedRuntime.run(code, program.workflow(), arguments, seed);
    return new Answer(run.value(), run.failure(), StepLog.take());
  }
}
