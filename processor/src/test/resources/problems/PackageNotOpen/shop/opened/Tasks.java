package shop.opened;

import dev.jacquard.Task;

final class Tasks { // ERROR PackageNotOpen: Write 'opens shop.opened;' in its module-info.java.

  @Task
  static void run() {}
}
