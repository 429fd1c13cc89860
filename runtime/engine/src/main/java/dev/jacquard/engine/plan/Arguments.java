package dev.jacquard.engine.plan;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks the arguments of a workflow before it starts. */
public final class Arguments {

  private Arguments() {}

  /** How much of the arguments is looked at. */
  public enum Care {
    /** The values themselves: the compiler has seen to their parts. */
    TOPS,
    /** All their parts. */
    WHOLE,
    /** All their parts, and whether they survive encoding. */
    STRICT
  }

  /**
   * Checks arguments.
   *
   * @return the arguments; if strict, as they come out of encoding and decoding
   * @throws IllegalArgumentException if they are not those of the workflow
   */
  public static List<@Nullable Object> check(
      WorkflowPlan plan, List<? extends @Nullable Object> arguments, Care care) {
    List<ParameterPlan> parameters = plan.parameters();
    if (arguments.size() != parameters.size()) {
      throw new IllegalArgumentException(
          "Workflow "
              + plan.id()
              + " must be given "
              + parameters.size()
              + " arguments ("
              + String.join(", ", parameters.stream().map(ParameterPlan::name).toList())
              + "); found "
              + arguments.size()
              + ".");
    }
    List<@Nullable Object> checked = new ArrayList<>(arguments.size());
    for (int i = 0; i < parameters.size(); i++) {
      checked.add(check(plan, parameters.get(i), arguments.get(i), care));
    }
    return checked;
  }

  private static @Nullable Object check(
      WorkflowPlan plan, ParameterPlan parameter, @Nullable Object argument, Care care) {
    try {
      if (care != Care.TOPS || !parameter.type().fits(argument)) {
        parameter.type().check(argument, parameter.name());
      }
      return care == Care.STRICT ? parameter.type().roundTrip(argument) : argument;
    } catch (RuntimeException e) {
      throw new IllegalArgumentException(
          "Argument "
              + parameter.name()
              + " of workflow "
              + plan.id()
              + " must be "
              + parameter.type().name()
              + "; "
              + e.getMessage()
              + ".",
          e);
    }
  }
}
