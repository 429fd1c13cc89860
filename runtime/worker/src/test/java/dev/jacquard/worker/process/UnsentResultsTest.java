package dev.jacquard.worker.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.jacquard.worker.v1.Blob;
import dev.jacquard.worker.v1.Offloaded;
import dev.jacquard.worker.v1.Results;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How many results go in a message. */
class UnsentResultsTest {

  private long length = 1;
  private int element = 10;
  private final UnsentResults unsent = new UnsentResults(10, 10_010, result -> length);

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
    return unsent.next(end);
  }

  private static Results written(long bytes) {
    return Results.newBuilder().setValues(ByteString.copyFrom(new byte[(int) bytes])).build();
  }

  @Test
  void shortResultsGoManyAtOnce() {
    assertThat(addUntilTime()).isEqualTo(2048);
    send(10);
    assertThat(unsent.reported()).isEqualTo(2058);
    assertThat(addUntilTime()).isEqualTo(2048);
  }

  @Test
  void longResultsGoFewAtOnce() {
    length = 1 << 18;
    assertThat(addUntilTime()).isEqualTo(16);
    send(1 << 18);
    assertThat(addUntilTime()).isEqualTo(4);
    send(5 << 20);
    assertThat(addUntilTime()).isEqualTo(1);
    assertThat(next(unsent.stored())).hasSize(1);
  }

  @Test
  void resultsThatGoApartCountAsWell() {
    length = 1 << 17;
    addUntilTime();
    Blob blob = Blob.newBuilder().setSize(8 << 20).build();
    unsent.sent(
        next(unsent.stored()),
        Results.newBuilder().addOffloaded(Offloaded.newBuilder().setBlob(blob)).build());
    assertThat(addUntilTime()).isEqualTo(2);
  }

  @Test
  void whatIsLeftGoesInTheNextMessages() {
    length = 1 << 18;
    for (int i = 0; i < 40; i++) {
      unsent.add(element++, "");
    }
    assertThat(next(50)).hasSize(16);
    send(1 << 18);
    assertThat(next(50)).hasSize(4);
    send(1);
    length = 1;
    assertThat(next(50)).hasSize(20);
  }

  @Test
  void longResultThatComesLateIsMeasuredFewTimes() {
    List<Object> measured = new ArrayList<>();
    UnsentResults late =
        new UnsentResults(
            0,
            2000,
            result -> {
              measured.add(result);
              return "long".equals(result) ? 10 << 20 : 1;
            });
    for (int i = 0; i < 2000; i++) {
      late.add(i, i < 1999 ? "" : "long");
    }
    int messages = 0;
    for (; late.reported() < 2000; messages++) {
      List<Object> next = late.next(2000);
      late.sent(next, written(next.size()));
    }
    assertThat(messages).isLessThan(20);
    assertThat(measured.stream().filter("long"::equals).count()).isLessThan(20);
  }

  @Test
  void whatThereIsNoRoomForGoesOneByOne() {
    for (int i = 0; i < 40; i++) {
      unsent.add(element++, "");
    }
    unsent.oneByOne(20);
    for (int i = 0; i < 10; i++) {
      assertThat(next(30)).hasSize(1);
      send(1);
    }
    assertThat(next(30)).hasSize(10);
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
