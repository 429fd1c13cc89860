package dev.jacquard.engine.backend;

import dev.jacquard.engine.plan.ActorPlan;
import dev.jacquard.engine.plan.ParameterPlan;
import dev.jacquard.engine.plan.TaskPlan;
import dev.jacquard.engine.plan.ValueType;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Calls tasks as if they were far away: every value that goes in or comes out is encoded, decoded
 * and compared, and arguments that a task has modified are found.
 */
public final class StrictCaller implements TaskCaller {

  @Override
  public @Nullable Object call(TaskPlan task, @Nullable Object actor, @Nullable Object[] arguments)
      throws Throwable {
    Object result =
        guarded(
            "task " + task.id(),
            task.parameters(),
            arguments,
            decoded -> TaskCaller.DIRECT.call(task, actor, decoded));
    ValueType type = task.result();
    return type == null ? null : survive("task " + task.id(), "result", type, result);
  }

  @Override
  public Object create(ActorPlan actor, @Nullable Object[] arguments) throws Throwable {
    Object made =
        guarded(
            "actor " + actor.name(),
            actor.parameters(),
            arguments,
            decoded -> TaskCaller.DIRECT.create(actor, decoded));
    return Objects.requireNonNull(made);
  }

  /** What is called with arguments that have been decoded. */
  @FunctionalInterface
  private interface Callee {
    @Nullable Object call(@Nullable Object[] decoded) throws Throwable;
  }

  private static @Nullable Object guarded(
      String callee, List<ParameterPlan> parameters, @Nullable Object[] arguments, Callee called)
      throws Throwable {
    @Nullable Object[] decoded = new @Nullable Object[arguments.length];
    byte[][] before = new byte[arguments.length][];
    for (int i = 0; i < arguments.length; i++) {
      ValueType type = parameters.get(i).type();
      decoded[i] = survive(callee, parameters.get(i).name(), type, arguments[i]);
      before[i] = type.encode(decoded[i]);
    }
    try {
      return called.call(decoded.clone());
    } finally {
      checkUnmodified(callee, parameters, decoded, before);
    }
  }

  private static @Nullable Object survive(
      String callee, String what, ValueType type, @Nullable Object value) {
    try {
      return type.roundTrip(value);
    } catch (RuntimeException e) {
      throw new FatalCallException(
          "The " + what + " of " + callee + " must survive encoding; found: " + e.getMessage(), e);
    }
  }

  private static void checkUnmodified(
      String callee,
      List<ParameterPlan> parameters,
      @Nullable Object[] arguments,
      byte[][] before) {
    for (int i = 0; i < arguments.length; i++) {
      ParameterPlan parameter = parameters.get(i);
      if (!Arrays.equals(before[i], parameter.type().encode(arguments[i]))) {
        throw new FatalCallException(
            "[ArgumentModified] "
                + Character.toUpperCase(callee.charAt(0))
                + callee.substring(1)
                + " must leave its arguments as they are; found "
                + parameter.name()
                + " modified by the call. Copy it before you change it.");
      }
    }
  }
}
