import dev.jacquard.Actor;
import dev.jacquard.Task;
import dev.jacquard.Workflow;

final class Durations {

  @Task(timeout = "30 seconds") // ERROR BadDuration: timeout must be a duration; found "30 seconds"
  static void words() {}

  @Task(timeout = "-5s", deadline = "5") // ERROR BadDuration: timeout must // ERROR BadDuration: deadline must be a duration; found "5"
  static void numbers() {}

  @Task(retries = 1, backoff = "1w") // ERROR BadDuration: backoff
  static void unit() {}

  @Task(timeout = "PT1H", deadline = "300000d") // ERROR BadDuration: found "300000d"
  static void tooLong() {}

  @Workflow(timeout = "1.5h") // ERROR BadDuration: found "1.5h"
  static void fraction() {}

  @Actor(ttl = "") // ERROR BadDuration: ttl must be a duration; found ""
  static final class Empty {}

  @Actor(ttl = "soon") // ERROR BadDuration: ttl must be a duration; found "soon"
  static final class Word {}
}
