package dev.jacquard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FileNotFoundException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FailureTest {

  private static final class NestedException extends IllegalStateException {
    private static final long serialVersionUID = 1;

    @Override
    public String getMessage() {
      throw new UnsupportedOperationException();
    }
  }

  @Test
  void theChainGoesFromTheClassToThrowable() {
    assertThat(Failure.of(new FileNotFoundException("x")).classNames())
        .containsExactly(
            "java.io.FileNotFoundException",
            "java.io.IOException",
            "java.lang.Exception",
            "java.lang.Throwable");
    assertThat(Failure.of(new Throwable()).classNames()).containsExactly("java.lang.Throwable");
  }

  @Test
  void aNestedClassHasItsBinaryName() {
    assertThat(Failure.of(new NestedException()).className())
        .isEqualTo("dev.jacquard.FailureTest$NestedException");
  }

  @Test
  void theMessageIsTheExceptionsOwn() {
    assertThat(Failure.of(new Error("x")).message()).isEqualTo("x");
    assertThat(Failure.of(new Error((String) null)).message()).isNull();
    assertThat(Failure.of(new Error(new Exception("y"))).message())
        .isEqualTo("java.lang.Exception: y");
  }

  @Test
  void aMessageThatCannotBeHadIsReplaced() {
    assertThat(Failure.of(new NestedException()).message())
        .isEqualTo("(getMessage() threw java.lang.UnsupportedOperationException)");
  }

  @Test
  void failuresAreEqualByChainAndMessage() {
    Failure failure = Failure.of(new IllegalStateException("x"));
    assertThat(failure)
        .isEqualTo(Failure.of(new IllegalStateException("x")))
        .hasSameHashCodeAs(Failure.of(new IllegalStateException("x")))
        .isNotEqualTo(Failure.of(new IllegalStateException("y")))
        .isNotEqualTo(Failure.of(new IllegalStateException()))
        .isNotEqualTo(Failure.of(new RuntimeException("x")));
  }

  @Test
  void itsTextIsThatOfTheException() {
    assertThat(Failure.of(new Error("x"))).hasToString(new Error("x").toString());
    assertThat(Failure.of(new Error())).hasToString(new Error().toString());
  }

  @Test
  void theChainIsCopiedAndNotEmpty() {
    List<String> names = new ArrayList<>(List.of("a.B", "java.lang.Throwable"));
    Failure failure = new Failure(names, null);
    names.clear();
    assertThat(failure.className()).isEqualTo("a.B");
    assertThatThrownBy(failure.classNames()::clear)
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatIllegalArgumentException().isThrownBy(() -> new Failure(List.of(), "x"));
  }

  @Test
  void aFailedOutcomeHasAFailure() {
    assertThatNullPointerException().isThrownBy(() -> new Outcome.Failed<>(0, null));
  }
}
