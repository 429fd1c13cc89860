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
  private long length = 1;

  private int addUntilTime() {
    int count = 1;
    while (!unsent.add(element++, "")) {
      count++;
    }
    return count;
  }

  private void send(long bytesEach) {
    List<Object> next = next(unsent.stored());
    unsent.sent(next, written(next.size() * bytesEach));
  }

  private List<Object> next(int end) {
    return unsent.next(end, result -> length);
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
    send(1 << 18);
    assertThat(addUntilTime()).isEqualTo(4);
    send(5 << 20);
    assertThat(addUntilTime()).isEqualTo(1);
    assertThat(next(unsent.stored())).hasSize(1);
  }

  @Test
  void resultsThatGoApartCountAsWell() {
    addUntilTime();
    Blob blob = Blob.newBuilder().setSize(8 << 20).build();
    unsent.sent(
        next(unsent.stored()),
        Results.newBuilder().addOffloaded(Offloaded.newBuilder().setBlob(blob)).build());
    assertThat(addUntilTime()).isEqualTo(2);
  }

  @Test
  void whatIsLeftGoesInTheNextMessages() {
    for (int i = 0; i < 40; i++) {
      unsent.add(element++, "");
    }
    assertThat(next(50)).hasSize(16);
    send(1 << 18);
    assertThat(next(50)).hasSize(4);
    send(1);
    assertThat(next(50)).hasSize(20);
    length = 1 << 17;
    assertThat(next(50)).hasSize(8);
    length = 5 << 20;
    assertThat(next(50)).hasSize(1);
  }

  @Test
  void elementThatHasFailedHasNone() {
    unsent.add(10, "");
    unsent.add(11, "");
    unsent.failed(10);
    assertThat(unsent.reported()).isEqualTo(11);
    assertThat(next(unsent.stored())).containsExactly("");
    unsent.failed(12); // the one that comes next, and has brought no result
    assertThat(unsent.stored()).isEqualTo(13);
    assertThat(next(unsent.stored())).isEmpty();
  }
}
