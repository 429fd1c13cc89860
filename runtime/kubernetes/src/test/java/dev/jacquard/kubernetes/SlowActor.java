package dev.jacquard.kubernetes;

import dev.jacquard.Actor;
import dev.jacquard.Task;
import java.util.concurrent.TimeUnit;

/** Takes its time, and says in which pod it was. */
@Actor(replicas = 5, ttl = "30s")
public final class SlowActor {

  public SlowActor() {}

  @Task
  String podAfter(int number, int millis) throws InterruptedException {
    TimeUnit.MILLISECONDS.sleep(millis);
    return number + "@" + System.getenv("JACQUARD_POD");
  }
}
