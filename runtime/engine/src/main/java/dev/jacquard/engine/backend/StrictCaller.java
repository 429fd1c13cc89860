package dev.jacquard.engine.backend;

import dev.jacquard.engine.plan.ParameterPlan;
import dev.jacquard.engine.plan.TaskPlan;
import dev.jacquard.engine.plan.ValueType;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Calls tasks as if they were far away: every value that goes in or comes out is encoded, decoded
 * and compared, and arguments that a task has modified are found.
 */
public final class StrictCaller implements TaskCaller {

  @Override
  public @Nullable Object call(TaskPlan task, @Nullable Object[] arguments) throws Throwable {
    List<ParameterPlan> parameters = task.parameters();
    @Nullable Object[] decoded = new @Nullable Object[arguments.length];
    byte[][] before = new byte[arguments.length][];
    for (int i = 0; i < arguments.length; i++) {
      ValueType type = parameters.get(i).type();
      decoded[i] = survive(task, parameters.get(i).name(), type, arguments[i]);
      before[i] = type.encode(decoded[i]);
    }
    Object result;
    try {
      result = TaskCaller.DIRECT.call(task, decoded.clone());
    } finally {
      checkUnmodified(task, decoded, before);
    }
    ValueType type = task.result();
    return type == null ? null : survive(task, "result", type, result);
  }

  private static @Nullable Object survive(
      TaskPlan task, String what, ValueType type, @Nullable Object value) {
    try {
      return type.roundTrip(value);
    } catch (RuntimeException e) {
      throw new FatalCallException(
          "The "
              + what
              + " of task "
              + task.id()
              + " must survive encoding; found: "
              + e.getMessage(),
          e);
    }
  }

  private static void checkUnmodified(
      TaskPlan task, @Nullable Object[] arguments, byte[][] before) {
    for (int i = 0; i < arguments.length; i++) {
      ParameterPlan parameter = task.parameters().get(i);
      if (!Arrays.equals(before[i], parameter.type().encode(arguments[i]))) {
        throw new FatalCallException(
            "[ArgumentModified] Task "
                + task.id()
                + " must leave its arguments as they are; found "
                + parameter.name()
                + " modified by the call. Copy it before you change it.");
      }
    }
  }
}
