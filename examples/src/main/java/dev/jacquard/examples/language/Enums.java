package dev.jacquard.examples.language;

import dev.jacquard.Default;
import dev.jacquard.Task;
import dev.jacquard.Workflow;

/** Enums are values; a body compares them by {@code ==} and reads their names. */
public final class Enums {

  private Enums() {}

  /** How urgent a ticket is. */
  public enum Priority {
    LOW,
    NORMAL,
    HIGH
  }

  /** Returns who works on the ticket. */
  @Workflow
  public static String assign(String ticket, @Default("NORMAL") Priority priority) {
    Priority raised = raise(ticket, priority);
    if (raised == Priority.HIGH) {
      return "on call: " + onCall(ticket);
    }
    return raised.name() + " queue";
  }

  @Task
  static Priority raise(String ticket, Priority priority) {
    return ticket.contains("!") ? Priority.HIGH : priority;
  }

  @Task
  static String onCall(String ticket) {
    if (ticket.length() < 3) {
      throw new IllegalArgumentException("a ticket must say what is wrong: " + ticket);
    }
    return ticket.length() % 2 == 0 ? "Ada" : "Grace";
  }
}
