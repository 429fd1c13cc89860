package dev.jacquard.engine.expression;

import dev.jacquard.spi.RecordCodec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code new} of a record, and its accessors. */
final class Records {

  private Records() {}

  static final class Construct extends Node {
    private final RecordCodec codec;
    private final Node[] components;

    Construct(RecordCodec codec, Node[] components) {
      this.codec = codec;
      this.components = components;
    }

    @Override
    Object evaluate(Scope scope) throws Throwable {
      @Nullable Object[] values = new @Nullable Object[components.length];
      for (int i = 0; i < values.length; i++) {
        values[i] = components[i].evaluate(scope);
      }
      scope.fuel().step();
      return codec.create(values);
    }
  }

  /** One accessor after another: {@code a.b().c()} is one node. */
  static final class Components extends Node {
    private final Node record;
    private final RecordCodec[] codecs;
    private final int[] indices;

    Components(Node record, List<RecordCodec> codecs, int[] indices) {
      this.record = record;
      this.codecs = codecs.toArray(RecordCodec[]::new);
      this.indices = indices;
    }

    @Override
    @Nullable Object evaluate(Scope scope) throws Throwable {
      Object value = record.evaluate(scope);
      for (int i = 0; i < codecs.length; i++) {
        scope.fuel().step();
        if (value == null) {
          throw new NullPointerException(
              "component " + indices[i] + " of a null " + codecs[i].type().getName());
        }
        value = codecs[i].component(value, indices[i]);
      }
      return value;
    }
  }
}
