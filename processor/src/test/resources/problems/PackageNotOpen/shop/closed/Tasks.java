package shop.closed;

import dev.jacquard.Task;

final class Tasks { // ERROR PackageNotOpen: Module 'shop' must export or open package 'shop.closed'

  @Task
  static void run() {}
}
