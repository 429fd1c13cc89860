package dev.jacquard.engine.pool;

import dev.jacquard.engine.plan.ActorPlan;
import dev.jacquard.engine.plan.CodeIdentity;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What makes two pools one: equal code, constructor and arguments; and the execution, where each
 * has its own.
 *
 * @param code the application
 * @param handler the binary name of the constructor's handler
 * @param arguments as they are encoded
 * @param execution the id of the only execution that may use it; null: all may
 */
record PoolKey(
    CodeIdentity code, String handler, List<ByteBuffer> arguments, @Nullable String execution) {

  PoolKey {
    arguments = List.copyOf(arguments);
  }

  static PoolKey of(
      ActorPlan actor, List<? extends @Nullable Object> arguments, String executionId) {
    List<ByteBuffer> encoded = new ArrayList<>(arguments.size());
    for (int i = 0; i < arguments.size(); i++) {
      encoded.add(ByteBuffer.wrap(actor.parameters().get(i).type().encode(arguments.get(i))));
    }
    return new PoolKey(
        actor.code(),
        actor.handlerName(),
        encoded,
        actor.policy().perExecution() ? executionId : null);
  }
}
