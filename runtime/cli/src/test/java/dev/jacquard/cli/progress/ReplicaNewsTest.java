package dev.jacquard.cli.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacquard.Failure;
import dev.jacquard.engine.ExecutionEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ReplicaNewsTest {

  private final ReplicaNews news = new ReplicaNews();

  private void failed(String message, Optional<Duration> retryIn) {
    Failure failure = Failure.of(new IllegalStateException(message));
    news.on(new ExecutionEvent.ReplicaFailed(Instant.EPOCH, "shop.Detector", 1, failure, retryIn));
  }

  @Test
  void equalFailuresAreOneLineWithTheLastPause() {
    failed("no model", Optional.of(Duration.ofMillis(210)));
    failed("no model", Optional.of(Duration.ofMillis(430)));
    failed("no memory", Optional.of(Duration.ofSeconds(5)));
    assertThat(news.take(Duration.ZERO))
        .containsExactly(
            "Detector: a replica could not be made, 2 times: java.lang.IllegalStateException:"
                + " no model; trying again in 0.4 s",
            "Detector: a replica could not be made: java.lang.IllegalStateException: no memory;"
                + " trying again in 5 s");
    assertThat(news.take(Duration.ofSeconds(9))).isEmpty();
  }

  @Test
  void linesComeOnceASecondAtMost() {
    failed("one", Optional.empty());
    assertThat(news.take(Duration.ofMillis(100)))
        .singleElement()
        .asString()
        .endsWith("one; there is no other, and it is not tried again");
    failed("two", Optional.empty());
    assertThat(news.take(Duration.ofSeconds(1))).isEmpty();
    assertThat(news.take(Duration.ofMillis(1_100))).hasSize(1);
  }

  @Test
  void messageIsCutAndCannotCommandTheTerminal() {
    failed("\u001b[2J" + "x".repeat(500) + "\nsecond line", Optional.empty());
    assertThat(news.take(Duration.ZERO))
        .singleElement()
        .asString()
        .contains("?[2Jxxx")
        .contains("x ...; there is")
        .doesNotContain("second")
        .hasSizeLessThan(450);
  }
}
