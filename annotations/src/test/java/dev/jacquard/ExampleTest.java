package dev.jacquard;

import static dev.jacquard.Workflows.concurrency;
import static dev.jacquard.Workflows.map;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every annotation in use, on workflows that run as plain Java. */
class ExampleTest {

  static final List<String> EVENTS = new ArrayList<>();

  static final class AnomalyDetection {

    private AnomalyDetection() {}

    @Task(
        retries = 2,
        timeout = "30s",
        deadline = "PT1H",
        retryOn = {IllegalStateException.class, StackOverflowError.class},
        noRetryOn = NumberFormatException.class,
        cache = @Cache(version = "2"),
        resources = @Resources(cpu = "125m", memory = "256Mi"))
    static boolean isAnomalous(int point, int threshold) {
      return point > threshold;
    }

    @Task(cache = @Cache)
    static int count(List<Boolean> flags) {
      return (int) flags.stream().filter(flag -> flag).count();
    }

    @Task(effects = true, secrets = "PAGER=ops/token", environment = "REGION=eu")
    static String page(int anomalies) {
      return "paged: " + anomalies;
    }

    @Workflow(
        timeout = "5m",
        order = Workflow.Order.SOURCE,
        onFailure = Workflow.OnFailure.FINISH_RUNNING)
    static String detectAnomalies(
        @Default("[10, 12]") List<Integer> points, @Default("11") int threshold) {
      List<Boolean> flags = map(points, p -> isAnomalous(p, threshold), concurrency(10));
      int anomalies = count(flags);
      if (anomalies > 3) {
        return page(anomalies);
      }
      return "quiet";
    }

    @Workflow
    static List<Boolean> detectWarm(List<Integer> points) {
      try (var detector = new Detector(10)) {
        return map(points, detector::isAnomalous);
      }
    }
  }

  @Actor(replicas = 10, ttl = "30s", scope = Actor.Scope.EXECUTION)
  static final class Detector implements AutoCloseable {

    private final int threshold;

    Detector(int threshold) {
      this.threshold = threshold;
      EVENTS.add("opened");
    }

    @Task
    boolean isAnomalous(int point) {
      return point > threshold;
    }

    @Override
    public void close() {
      EVENTS.add("closed");
    }
  }

  @EncodedBy(value = NameCodec.class, name = "shop.Name")
  static final class Name {

    final String text;

    Name(String text) {
      this.text = text;
    }
  }

  static final class NameCodec implements ValueCodec<Name> {

    @Override
    public byte[] encode(Name value) {
      return value.text.getBytes(UTF_8);
    }

    @Override
    public Name decode(byte[] bytes) {
      return new Name(new String(bytes, UTF_8));
    }
  }

  @Test
  void aWorkflowIsAMethod() {
    assertThat(AnomalyDetection.detectAnomalies(List.of(10, 12, 11, 100), 11)).isEqualTo("quiet");
    assertThat(AnomalyDetection.detectAnomalies(List.of(10, 12, 11, 100), 9)).isEqualTo("paged: 4");
  }

  @Test
  void anActorIsAClass() {
    assertThat(AnomalyDetection.detectWarm(List.of(5, 15))).containsExactly(false, true);
    assertThat(EVENTS).containsExactly("opened", "closed");
  }

  @Test
  void aCodecGoesBothWays() {
    NameCodec codec = new NameCodec();
    assertThat(codec.decode(codec.encode(new Name("Ada"))).text).isEqualTo("Ada");
  }
}
