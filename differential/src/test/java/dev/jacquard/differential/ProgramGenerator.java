package dev.jacquard.differential;

import dev.jacquard.differential.Signatures.Callee;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes random well-typed programs: a class with a workflow, and perhaps sub-workflows that it
 * calls.
 */
final class ProgramGenerator {

  private static final int DECISIONS = 400;
  private static final List<Type> PARAMETERS =
      List.of(
          Type.INT,
          Type.LONG,
          Type.STRING,
          Type.INTS,
          Type.BOOLEAN,
          Type.BOXED,
          Type.DOUBLE,
          Type.STRINGS);
  private static final List<Type> RESULTS =
      List.of(
          Type.INT,
          Type.STRING,
          Type.INTS,
          Type.LONG,
          Type.DOUBLE,
          Type.BOOLEAN,
          Type.POINT,
          Type.LINE,
          Type.POINTS,
          Type.NESTED,
          Type.BOXED,
          Type.OPTIONAL,
          Type.STRINGS,
          Type.COLOR);
  private static final List<String> POLICIES =
      List.of(
          "",
          "(order = Workflow.Order.SOURCE)",
          "(onFailure = Workflow.OnFailure.FINISH_RUNNING)",
          "(concurrency = 2)");

  private final Coverage coverage;

  ProgramGenerator(Coverage coverage) {
    this.coverage = coverage;
  }

  Program generate(String name, long seed) {
    return generate(name, Choices.random(seed, DECISIONS));
  }

  Program generate(String name, Choices choices) {
    Names names = new Names(choices, coverage);
    List<Callee> callable = new ArrayList<>();
    StringBuilder body = new StringBuilder();
    int subWorkflows = choices.next(3);
    for (int i = 0; i < subWorkflows; i++) {
      String method = "sub" + i;
      Type result = choices.pick(RESULTS);
      List<Type> parameters = List.of(choices.pick(PARAMETERS), Type.INT);
      body.append(method(method, "", result, parameters, callable, choices, names));
      callable.add(new Callee(method, result, parameters));
    }
    int before = names.tags();
    List<Type> parameters = List.of(Type.INT, choices.pick(PARAMETERS), choices.pick(PARAMETERS));
    String policy = choices.pick(POLICIES);
    body.append(method("run", policy, choices.pick(RESULTS), parameters, callable, choices, names));
    return new Program(
        name,
        source(name, body),
        parameters,
        new Program.Steps(before, names.tagsInLambdas()),
        choices.taken());
  }

  private String method(
      String name,
      String policy,
      Type result,
      List<Type> parameters,
      List<Callee> callable,
      Choices choices,
      Names names) {
    Scope scope = Scope.ofMethod();
    List<String> declared = new ArrayList<>();
    for (Type parameter : parameters) {
      String variable = names.next("p");
      scope.declare(parameter, variable, false);
      declared.add(parameter.java() + " " + variable);
    }
    ExpressionGenerator expressions =
        new ExpressionGenerator(choices, coverage, List.copyOf(callable), names);
    String block =
        new StatementGenerator(choices, coverage, expressions, names)
            .block(scope, result, 3, 1 + choices.next(5));
    return "@Workflow"
        + policy
        + "\nstatic "
        + result.java()
        + " "
        + name
        + "("
        + String.join(", ", declared)
        + ") throws Exception "
        + block
        + "\n\n";
  }

  private static String source(String name, CharSequence body) {
    return """
        package generated;

        import static dev.jacquard.Workflows.*;

        import dev.jacquard.*;
        import generated.Library.*;
        import java.math.*;
        import java.time.*;
        import java.util.*;

        public final class %s {
        private static final int LIMIT = 10;
        private static final String NAME = "n" + LIMIT;

        %s}
        """
        .formatted(name, body);
  }
}
