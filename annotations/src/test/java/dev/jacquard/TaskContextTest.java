package dev.jacquard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.jacquard.spi.CallContext;
import dev.jacquard.spi.CurrentCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TaskContextTest {

  private final Call call = new Call();

  @AfterEach
  void leaveTheThreadAsItWas() {
    CurrentCall.ofThread().clear();
    Thread.interrupted();
  }

  @Test
  void insideARuntimeItShowsTheCall() {
    CurrentCall.ofThread().set(call);
    TaskContext context = TaskContext.current();
    assertThat(context.attempt()).isEqualTo(2);
    assertThat(context.elementIndex()).hasValue(7);
    assertThat(context.executionId()).isEqualTo("e1");
    assertThat(context.idempotencyKey()).isEqualTo("e1/flags/7");
    assertThat(context.secret("TOKEN")).isEqualTo("hush");
  }

  @Test
  void aThreadKeepsItsInstance() {
    assertThat(CurrentCall.ofThread()).isSameAs(CurrentCall.ofThread());
  }

  @Test
  void onceClearedTheCallIsGone() {
    CurrentCall.ofThread().set(call);
    CurrentCall.ofThread().clear();
    assertThat(TaskContext.current().executionId()).isEqualTo("plain-java");
  }

  @Test
  void anotherThreadHasNoneOfItButMayBeHandedIt() throws InterruptedException {
    CurrentCall.ofThread().set(call);
    TaskContext handed = TaskContext.current();
    List<String> seen = new ArrayList<>();
    Thread other =
        new Thread(
            () -> {
              seen.add(TaskContext.current().executionId());
              seen.add(handed.executionId());
            });
    other.start();
    other.join();
    assertThat(seen).containsExactly("plain-java", "e1");
  }

  @Test
  void cancellationEndsTheTaskWhereItAsks() {
    CurrentCall.ofThread().set(call);
    TaskContext.current().checkCancelled();
    call.cancelled = true;
    assertThat(TaskContext.current().isCancelled()).isTrue();
    assertThatExceptionOfType(TaskAbortedException.class)
        .isThrownBy(TaskContext.current()::checkCancelled);
  }

  @Test
  void progressIsAFractionThatStaysInItsBounds() {
    CurrentCall.ofThread().set(call);
    TaskContext context = TaskContext.current();
    context.heartbeat();
    context.progress(0.25);
    context.progress(-1);
    context.progress(1.0000001);
    context.progress(Double.NaN);
    context.progress(3, 4);
    context.progress(0, 0);
    assertThat(call.notes).containsExactly("alive", "0.25", "0.0", "1.0", "0.75", "1.0");
  }

  @Test
  void outsideARuntimeItHasHarmlessDefaults() {
    TaskContext context = TaskContext.current();
    assertThat(context.attempt()).isEqualTo(1);
    assertThat(context.elementIndex()).isEmpty();
    assertThat(context.executionId()).isEqualTo("plain-java");
    assertThat(context.isCancelled()).isFalse();
    context.checkCancelled();
    context.heartbeat();
    context.progress(0.5);
    context.progress(1, 2);
  }

  @Test
  void outsideARuntimeNoTwoCallsShareAKey() {
    TaskContext context = TaskContext.current();
    assertThat(context.idempotencyKey()).isNotEmpty().isEqualTo(context.idempotencyKey());
    assertThat(TaskContext.current().idempotencyKey()).isNotEqualTo(context.idempotencyKey());
  }

  @Test
  void outsideARuntimeAnInterruptionCancels() {
    Thread.currentThread().interrupt();
    assertThatExceptionOfType(TaskAbortedException.class)
        .isThrownBy(TaskContext.current()::checkCancelled);
    assertThat(Thread.currentThread().isInterrupted()).isTrue();
  }

  @Test
  void outsideARuntimeASecretIsAnEnvironmentVariable() {
    Map.Entry<String, String> variable = System.getenv().entrySet().iterator().next();
    assertThat(TaskContext.current().secret(variable.getKey())).isEqualTo(variable.getValue());
  }

  @Test
  void aSecretThatIsNotThereIsNamed() {
    assertThatExceptionOfType(NoSuchElementException.class)
        .isThrownBy(() -> TaskContext.current().secret("NO_SUCH_SECRET"))
        .withMessageContaining("\"NO_SUCH_SECRET\"");
  }

  private static final class Call implements CallContext {

    final List<String> notes = new ArrayList<>();
    boolean cancelled;

    @Override
    public int attempt() {
      return 2;
    }

    @Override
    public OptionalInt elementIndex() {
      return OptionalInt.of(7);
    }

    @Override
    public String executionId() {
      return "e1";
    }

    @Override
    public String idempotencyKey() {
      return "e1/flags/7";
    }

    @Override
    public boolean isCancelled() {
      return cancelled;
    }

    @Override
    public void heartbeat() {
      notes.add("alive");
    }

    @Override
    public void progress(double fraction) {
      notes.add("" + fraction);
    }

    @Override
    public Optional<String> secret(String name) {
      return name.equals("TOKEN") ? Optional.of("hush") : Optional.empty();
    }
  }
}
