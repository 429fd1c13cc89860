package shop.open;

import dev.jacquard.Task;

final class Tasks {

  @Task
  static void run() {}
}
