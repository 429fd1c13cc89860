package dev.jacquard.worker.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HopeTest {

  private final Hope hope = new Hope(3);

  @Test
  void endsWithProcessesThatNeverServe() {
    hope.exited("a", "first words");
    hope.exited("b", "");
    assertThat(hope.lost()).isFalse();
    hope.exited("c", "last words");
    assertThat(hope.lost()).isTrue();
    assertThat(hope.reason()).contains("3 in a row").endsWith("last words");
  }

  @Test
  void livesWithProcessesThatServedBeforeTheyEnded() {
    for (String instance : new String[] {"a", "b", "c", "d"}) {
      hope.joined(instance);
      hope.exited(instance, "killed by a call");
    }
    assertThat(hope.lost()).isFalse();
  }

  @Test
  void returnsWithAWorker() {
    hope.exited("a", "");
    hope.exited("b", "");
    hope.joined("c");
    hope.exited("d", "");
    hope.exited("e", "");
    assertThat(hope.lost()).isFalse();
  }
}
