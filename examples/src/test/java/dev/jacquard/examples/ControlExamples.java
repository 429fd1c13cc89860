package dev.jacquard.examples;

import dev.jacquard.examples.language.Branches;
import dev.jacquard.examples.language.BranchesWorkflows;
import dev.jacquard.examples.language.EarlyReturn;
import dev.jacquard.examples.language.EarlyReturnWorkflows;
import dev.jacquard.examples.language.Reassignment;
import dev.jacquard.examples.language.ReassignmentWorkflows;
import dev.jacquard.examples.language.ShortCircuit;
import dev.jacquard.examples.language.ShortCircuitWorkflows;
import dev.jacquard.examples.language.SubWorkflows;
import dev.jacquard.examples.language.SubWorkflowsWorkflows;
import dev.jacquard.examples.language.TaskCalls;
import dev.jacquard.examples.language.TaskCallsWorkflows;
import dev.jacquard.examples.language.Varargs;
import dev.jacquard.examples.language.VarargsWorkflows;
import java.util.List;
import java.util.stream.Stream;

/** Calls, sub-workflows, branches and locals. */
final class ControlExamples {

  private ControlExamples() {}

  static Stream<Example> examples() {
    return Stream.of(
        Example.of(TaskCalls.class, "spread", ControlExamples::spread),
        Example.of(Varargs.class, "checksum", ControlExamples::checksum),
        Example.of(SubWorkflows.class, "collatz", ControlExamples::collatz),
        Example.of(SubWorkflows.class, "steps", ControlExamples::steps),
        Example.of(Branches.class, "postage", ControlExamples::postage),
        Example.of(EarlyReturn.class, "decide", ControlExamples::decide),
        Example.of(Reassignment.class, "checkout", ControlExamples::checkout),
        Example.of(ShortCircuit.class, "open", ControlExamples::open));
  }

  private static Trial spread(Inputs in) {
    List<Integer> numbers = in.listOf(in::number);
    return Trial.of(() -> TaskCalls.spread(numbers), TaskCallsWorkflows.spread(numbers));
  }

  private static Trial checksum(Inputs in) {
    int seed = in.number();
    int[] numbers = in.listOf(in::number).stream().mapToInt(Integer::intValue).toArray();
    String text = in.text();
    return Trial.of(
        () -> Varargs.checksum(seed, numbers, text),
        VarargsWorkflows.checksum(seed, numbers, text));
  }

  private static Trial collatz(Inputs in) {
    List<Integer> numbers = in.listOf(() -> in.onceIn(60) ? 0 : in.between(1, 30));
    return Trial.of(() -> SubWorkflows.collatz(numbers), SubWorkflowsWorkflows.collatz(numbers));
  }

  private static Trial steps(Inputs in) {
    int number = in.between(-1, 30);
    int taken = in.number();
    return Trial.of(
        () -> SubWorkflows.steps(number, taken), SubWorkflowsWorkflows.steps(number, taken));
  }

  private static Trial postage(Inputs in) {
    int grams = in.oneOf(in.number(), in.between(0, 2_000), in.between(31_000, 32_000));
    boolean abroad = in.flag();
    return Trial.of(
        () -> Branches.postage(grams, abroad), BranchesWorkflows.postage(grams, abroad));
  }

  private static Trial decide(Inputs in) {
    String applicant = in.text();
    int amount = in.oneOf(in.number(), in.between(900, 1_100));
    return Trial.of(
        () -> EarlyReturn.decide(applicant, amount),
        EarlyReturnWorkflows.decide(applicant, amount));
  }

  private static Trial checkout(Inputs in) {
    int price = in.number();
    int amount = in.between(-1, 20);
    String voucher = in.text();
    return Trial.of(
        () -> Reassignment.checkout(price, amount, voucher),
        ReassignmentWorkflows.checkout(price, amount, voucher));
  }

  private static Trial open(Inputs in) {
    String badge = in.text();
    int hour = in.between(-2, 25);
    boolean override = in.flag();
    return Trial.of(
        () -> ShortCircuit.open(badge, hour, override),
        ShortCircuitWorkflows.open(badge, hour, override));
  }
}
