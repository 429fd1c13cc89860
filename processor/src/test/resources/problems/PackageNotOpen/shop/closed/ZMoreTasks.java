package shop.closed;

import dev.jacquard.Task;

final class ZMoreTasks {

  @Task
  static void run() {}
}
