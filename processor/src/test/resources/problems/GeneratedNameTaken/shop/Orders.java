package shop;

import dev.jacquard.Task;
import dev.jacquard.Workflow;

final class Orders { // ERROR GeneratedNameTaken: The name 'shop.OrdersWorkflows' must be free for the class generated for 'Orders' // ERROR GeneratedNameTaken: 'shop.OrdersHandlers'

  @Task
  static void send() {}

  @Workflow
  static void run() {
    send();
  }
}

final class OrdersWorkflows {}

final class OrdersHandlers {}
