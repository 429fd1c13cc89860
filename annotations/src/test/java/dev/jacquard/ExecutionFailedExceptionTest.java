package dev.jacquard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExecutionFailedExceptionTest {

  private static final String WORKFLOW = "shop.anomaly.AnomalyDetection.detectAnomalies";
  private final Exception cause = new IllegalStateException("point missing");

  @Test
  void theMessageSaysWhereAndWhy() {
    assertThat(failed(new FailureLocation(WORKFLOW, "flags/isAnomalous", List.of(7), 3)))
        .hasMessage(
            """
            Workflow shop.anomaly.AnomalyDetection.detectAnomalies failed.
              node:    flags/isAnomalous
              element: 7
              attempt: 3
              cause:   java.lang.IllegalStateException: point missing""")
        .hasCause(cause);
  }

  @Test
  void elementsOfNestedMapsAreNamedFromTheOutside() {
    assertThat(failed(new FailureLocation(WORKFLOW, "a/b/c", List.of(7, 0), 1)))
        .hasMessageContaining("\n  element: 7, in it 0\n");
  }

  @Test
  void whatIsNotThereIsNotInTheMessage() {
    assertThat(failed(new FailureLocation(WORKFLOW, "", List.of(), 0)))
        .hasMessage(
            """
            Workflow shop.anomaly.AnomalyDetection.detectAnomalies failed.
              cause:   java.lang.IllegalStateException: point missing""");
  }

  @Test
  void itAnswersWhereItFailed() {
    FailureLocation location = new FailureLocation(WORKFLOW, "a/b", List.of(7, 2), 3);
    ExecutionFailedException exception = failed(location);
    assertThat(exception.location()).isEqualTo(location);
    assertThat(exception.failure()).isEqualTo(Failure.of(cause));
    assertThat(exception.workflow()).isEqualTo(WORKFLOW);
    assertThat(exception.node()).isEqualTo("a/b");
    assertThat(exception.elementIndex()).hasValue(2);
    assertThat(exception.attempt()).isEqualTo(3);
  }

  @Test
  void outsideAMapThereIsNoElement() {
    assertThat(failed(new FailureLocation(WORKFLOW, "a", List.of(), 1)).elementIndex()).isEmpty();
  }

  @Test
  void anAttemptIsNotNegative() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new FailureLocation(WORKFLOW, "a", List.of(), -1));
  }

  @Test
  void itCanBeSerialized() throws Exception {
    ExecutionFailedException exception =
        failed(new FailureLocation(WORKFLOW, "a/b", List.of(7), 3));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(exception);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      ExecutionFailedException copy = (ExecutionFailedException) in.readObject();
      assertThat(copy).hasMessage(exception.getMessage());
      assertThat(copy.location()).isEqualTo(exception.location());
      assertThat(copy.failure()).isEqualTo(exception.failure());
    }
  }

  private ExecutionFailedException failed(FailureLocation location) {
    return new ExecutionFailedException(location, Failure.of(cause), cause);
  }
}
