package shop;

import dev.jacquard.Actor;
import dev.jacquard.Task;
import dev.jacquard.Warmup;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

@Actor(replicas = 10, ttl = "30s")
public final class Detector implements AutoCloseable, Warmup {
  private final String model;
  final List<String> log = new ArrayList<>();

  public Detector(String model) throws IOException {
    if (model.isEmpty()) {
      throw new IOException("no model");
    }
    this.model = model;
  }

  /**
   * Not for new code.
   *
   * @deprecated name the model
   */
  @Deprecated
  Detector(List<Integer> weights, int... more) {
    this.model = "of " + weights + more.length;
  }

  // For tests: no workflow can give it a thread.
  Detector(Thread thread) {
    this.model = thread.getName();
  }

  private Detector() {
    this.model = "";
  }

  @Task
  boolean isAnomalous(int point) throws IOException {
    log.add("call");
    return point > model.length();
  }

  @Task
  static int count(List<Boolean> flags) {
    return flags.size();
  }

  @Override
  public void warmUp() throws IOException {
    log.add("warm");
  }

  @Override
  public void close() throws IOException {
    log.add("closed");
  }
}
