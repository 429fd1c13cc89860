package dev.jacquard.worker.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacquard.worker.v1.Hello;
import dev.jacquard.worker.v1.Surroundings;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class CompatibilityTest {

  private static final Surroundings ENGINE =
      Surroundings.newBuilder()
          .setJavaRelease(17)
          .setLocale("en")
          .setZone("Etc/UTC")
          .setCharset("UTF-8")
          .setCode("digest")
          .build();

  private static Hello hello(UnaryOperator<Surroundings.Builder> change) {
    return Hello.newBuilder()
        .setProtocol(Compatibility.PROTOCOL)
        .setSlots(1)
        .setSurroundings(change.apply(ENGINE.toBuilder()))
        .build();
  }

  private static String objection(UnaryOperator<Surroundings.Builder> change, boolean mixedJava) {
    return Compatibility.objection(hello(change), ENGINE, mixedJava).orElse("");
  }

  @Test
  void whatAnswersDependOnMustBeAlike() {
    assertThat(objection(same -> same, false)).isEmpty();
    assertThat(objection(it -> it.setJavaRelease(21), false))
        .contains("another Java release (engine 17, worker 21)");
    assertThat(objection(it -> it.setLocale("tr"), false)).contains("another locale");
    assertThat(objection(it -> it.setZone("Asia/Tokyo"), false)).contains("another time zone");
    assertThat(objection(it -> it.setCharset("ISO-8859-1"), false)).contains("another charset");
    assertThat(objection(it -> it.setAssertions(true), false)).contains("state of assertions");
    assertThat(objection(it -> it.setCode("other"), false)).contains("another class path");
  }

  @Test
  void otherJavaIsTakenByWhoInsistsAndNothingElse() {
    assertThat(objection(it -> it.setJavaRelease(21), true)).isEmpty();
    assertThat(objection(it -> it.setJavaRelease(21).setLocale("tr"), true))
        .contains("another locale")
        .doesNotContain("Java release");
  }
}
