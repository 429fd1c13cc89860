package shop;

import dev.jacquard.Task;

final class Outer {
  static final class Inner {
    @Task
    static void a() {}
  }
}

final class Outer_Inner { // ERROR GeneratedNameTaken: The name 'shop.Outer_InnerHandlers' must be free
  @Task
  static void a() {}
}
