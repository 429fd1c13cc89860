package dev.jacquard.cli.parameters;

import java.util.List;

/** The words after a workflow's name are not its parameters; says all that is wrong with them. */
public final class ArgumentException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final String[] problems;

  ArgumentException(List<String> problems) {
    super(String.join("\n", problems));
    this.problems = problems.toArray(String[]::new);
  }

  /**
   * Returns the problems, one sentence or two each, beginning with the option that they are about.
   */
  public List<String> problems() {
    return List.of(problems);
  }
}
