import dev.jacquard.Task;

final class Policies {

  @Task(backoff = "2s", retryOn = IllegalStateException.class) // WARNING UnusedPolicy: backoff should come with retries // WARNING UnusedPolicy: retryOn should
  static void once() {}

  @Task(retries = 1, backoff = "2s", noRetryOn = IllegalStateException.class)
  static void twice() {}
}
