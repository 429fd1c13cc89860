package dev.jacquard.engine.value;

import dev.jacquard.Failure;
import dev.jacquard.Outcome;
import dev.jacquard.spec.v1.OutcomeValue;
import dev.jacquard.spec.v1.Scalar;
import dev.jacquard.spec.v1.Value;
import dev.jacquard.spec.v1.Value.KindCase;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One of the two forms of an outcome; its parts are the index, and the value or the failure. JSON:
 * {@code {"type": "Succeeded", "index": 0, "value": ...}} or {@code {"type": "Failed", "index": 0,
 * "failure": ...}}.
 */
record OutcomeShape(Shape result, boolean succeeded) implements Composite {

  private static final Leaf INDEX = new PrimitiveLeaf(PrimitiveForm.INT, false);
  private static final Leaf FAILURE = ScalarLeaf.of(Scalar.FAILURE);
  private static final String TYPE = "type";

  /** Both, of which an outcome is one. */
  record Either(OutcomeShape success, OutcomeShape failure) implements Choice {

    static Either of(Shape result) {
      return new Either(new OutcomeShape(result, true), new OutcomeShape(result, false));
    }

    @Override
    public String name() {
      return "Outcome<" + success.result.name() + ">";
    }

    @Override
    public boolean holds(Object value) {
      return value instanceof Outcome;
    }

    @Override
    public Shape of(Object value) {
      if (value instanceof Outcome.Succeeded) {
        return success;
      }
      if (value instanceof Outcome.Failed) {
        return failure;
      }
      throw ValueException.expected(name(), Fit.describe(value));
    }

    @Override
    public Shape of(Value encoded) {
      OutcomeValue value = Encoded.require(encoded, KindCase.OUTCOME, name()).getOutcome();
      return value.hasFailed() ? failure : success;
    }

    @Override
    public Shape of(Json json) {
      Json type = json instanceof Json.Members members ? members.fields().get(TYPE) : null;
      if (type instanceof Json.Text text && text.value().equals(success.label())) {
        return success;
      }
      if (type instanceof Json.Text text && text.value().equals(failure.label())) {
        return failure;
      }
      throw ValueException.expected(
          "an object with \"type\": \"Succeeded\" or \"Failed\" (" + name() + ")", json.describe());
    }
  }

  @Override
  public String name() {
    return "Outcome<" + result.name() + ">";
  }

  private String label() {
    return succeeded ? "Succeeded" : "Failed";
  }

  private String second() {
    return succeeded ? "value" : "failure";
  }

  @Override
  public Shape part(int index) {
    return index == 0 ? INDEX : succeeded ? result : FAILURE;
  }

  @Override
  public String step(int index) {
    return " -> " + (index == 0 ? "index" : second());
  }

  @Override
  public boolean holds(Object value) {
    return succeeded ? value instanceof Outcome.Succeeded : value instanceof Outcome.Failed;
  }

  @Override
  public List<@Nullable Object> takeApart(Object value) {
    return value instanceof Outcome.Succeeded<?> success
        ? Arrays.asList(success.index(), success.value())
        : Arrays.asList(((Outcome.Failed<?>) value).index(), ((Outcome.Failed<?>) value).failure());
  }

  @Override
  @SuppressWarnings("NullAway") // a part is null where its shape allows it: never the index
  public Object putTogether(@Nullable Object[] parts) {
    int index = (int) parts[0];
    if (succeeded) {
      return new Outcome.Succeeded<>(index, parts[1]);
    }
    if (parts[1] == null) {
      throw ValueException.expected("Failure", "null").under(step(1));
    }
    return new Outcome.Failed<>(index, (Failure) parts[1]);
  }

  @Override
  public List<Value> takeApart(Value encoded) {
    OutcomeValue outcome = encoded.getOutcome();
    if (outcome.getIndex() < 0 || outcome.getIndex() > Integer.MAX_VALUE) {
      throw ValueException.expected("int", Long.toUnsignedString(outcome.getIndex()))
          .under(step(0));
    }
    Value second =
        outcome.hasFailed()
            ? Value.newBuilder().setFailure(outcome.getFailed()).build()
            : outcome.getSucceeded();
    return List.of(Value.newBuilder().setInteger((int) outcome.getIndex()).build(), second);
  }

  @Override
  public Value encode(List<Value> parts) {
    OutcomeValue.Builder outcome = OutcomeValue.newBuilder().setIndex(parts.get(0).getInteger());
    if (succeeded) {
      outcome.setSucceeded(parts.get(1));
    } else {
      outcome.setFailed(parts.get(1).getFailure());
    }
    return Value.newBuilder().setOutcome(outcome).build();
  }

  @Override
  public List<Json> takeApart(Json json) {
    return JsonFields.inOrder(json, name(), List.of(TYPE, "index", second())).subList(1, 3);
  }

  @Override
  public Json toJson(List<Json> parts) {
    Map<String, Json> fields = new LinkedHashMap<>();
    fields.put(TYPE, new Json.Text(label()));
    fields.put("index", parts.get(0));
    fields.put(second(), parts.get(1));
    return new Json.Members(fields);
  }
}
