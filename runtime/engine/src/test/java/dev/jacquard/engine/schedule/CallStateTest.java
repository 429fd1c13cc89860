package dev.jacquard.engine.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CallStateTest {

  @Test
  void callGoesThroughBackoffToItsEnd() {
    CallState state =
        CallState.READY
            .on(CallState.Trigger.DISPATCH)
            .on(CallState.Trigger.RETRY)
            .on(CallState.Trigger.RING)
            .on(CallState.Trigger.DISPATCH)
            .on(CallState.Trigger.COMPLETE);
    assertThat(state).isEqualTo(CallState.SUCCEEDED);
  }

  @Test
  void illegalMovesNameStateAndTrigger() {
    assertThatThrownBy(() -> CallState.READY.on(CallState.Trigger.COMPLETE))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("READY")
        .hasMessageContaining("COMPLETE");
    for (CallState end :
        new CallState[] {CallState.SUCCEEDED, CallState.FAILED, CallState.CANCELLED}) {
      for (CallState.Trigger trigger : CallState.Trigger.values()) {
        assertThatThrownBy(() -> end.on(trigger)).isInstanceOf(IllegalStateException.class);
      }
    }
  }
}
