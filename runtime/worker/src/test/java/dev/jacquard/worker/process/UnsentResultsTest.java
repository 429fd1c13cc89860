package dev.jacquard.worker.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.jacquard.worker.v1.Blob;
import dev.jacquard.worker.v1.Offloaded;
import dev.jacquard.worker.v1.Results;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How many results go in a message. */
class UnsentResultsTest {

  private final UnsentResults unsent = new UnsentResults(10, 10_010);
  private int element = 10;

  private int addUntilTime() {
    int count = 1;
    while (!unsent.add(element++, "")) {
      count++;
    }
    return count;
  }

  private void send(long bytesEach) {
    List<?> next = unsent.next(unsent.stored());
    unsent.sent(unsent.next(unsent.stored()), written(next.size() * bytesEach));
  }

  private static Results written(long bytes) {
    return Results.newBuilder().setValues(ByteString.copyFrom(new byte[(int) bytes])).build();
  }

  @Test
  void shortResultsGoManyAtOnce() {
    assertThat(addUntilTime()).isEqualTo(16);
    send(10);
    assertThat(unsent.reported()).isEqualTo(26);
    assertThat(addUntilTime()).isEqualTo(2048);
  }

  @Test
  void longResultsGoFewAtOnce() {
    addUntilTime();
    send(1 << 20);
    assertThat(addUntilTime()).isEqualTo(4);
    send(5 << 20);
    assertThat(addUntilTime()).isEqualTo(1);
    assertThat(unsent.next(unsent.stored())).hasSize(1);
  }

  @Test
  void resultsThatGoApartCountAsWell() {
    addUntilTime();
    Blob blob = Blob.newBuilder().setSize(32 << 20).build();
    unsent.sent(
        unsent.next(unsent.stored()),
        Results.newBuilder().addOffloaded(Offloaded.newBuilder().setBlob(blob)).build());
    assertThat(addUntilTime()).isEqualTo(2);
  }

  @Test
  void whatIsLeftGoesInTheNextMessages() {
    for (int i = 0; i < 40; i++) {
      unsent.add(element++, "");
    }
    assertThat(unsent.next(50)).hasSize(16);
    send(1 << 20);
    assertThat(unsent.next(50)).hasSize(4);
    send(1);
    assertThat(unsent.next(50)).hasSize(20);
  }

  @Test
  void elementThatHasFailedHasNone() {
    unsent.add(10, "");
    unsent.add(11, "");
    unsent.failed(10);
    assertThat(unsent.reported()).isEqualTo(11);
    assertThat(unsent.next(unsent.stored())).containsExactly("");
    unsent.failed(12); // the one that comes next, and has brought no result
    assertThat(unsent.stored()).isEqualTo(13);
    assertThat(unsent.next(unsent.stored())).isEmpty();
  }
}
