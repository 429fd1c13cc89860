package dev.jacquard.engine.expression;

import dev.jacquard.engine.value.TypeTable;
import dev.jacquard.spec.v1.Type;
import org.jspecify.annotations.Nullable;

/** What Java does with references: unbox, cast, {@code instanceof}. */
final class References {

  private References() {}

  static final class Unbox extends Node {
    private final Node operand;

    Unbox(Node operand) {
      this.operand = operand;
    }

    @Override
    Object evaluate(Scope scope) throws Throwable {
      scope.fuel().step();
      return present(operand.evaluate(scope));
    }

    /** The slot that is unboxed; -1 if it is no slot. */
    int slot() {
      return operand instanceof Leaves.Slot slot ? slot.number() : -1;
    }
  }

  static final class CheckedCast extends Node {
    private final Node operand;
    private final Type type;
    private final TypeTable types;

    CheckedCast(Node operand, Type type, TypeTable types) {
      this.operand = operand;
      this.type = type;
      this.types = types;
    }

    @Override
    @Nullable Object evaluate(Scope scope) throws Throwable {
      scope.fuel().step();
      Object value = operand.evaluate(scope);
      if (value != null && !types.isInstance(type, value)) {
        throw new ClassCastException(CastMessage.of(value.getClass(), types.javaClass(type)));
      }
      return value;
    }
  }

  static final class InstanceOf extends Node.OfBoolean {
    private final Node operand;
    private final Type type;
    private final TypeTable types;

    InstanceOf(Node operand, Type type, TypeTable types) {
      this.operand = operand;
      this.type = type;
      this.types = types;
    }

    @Override
    boolean asBoolean(Scope scope) throws Throwable {
      scope.fuel().step();
      Object value = operand.evaluate(scope);
      return value != null && types.isInstance(type, value);
    }
  }
}
