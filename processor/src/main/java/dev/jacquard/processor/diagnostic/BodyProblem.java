package dev.jacquard.processor.diagnostic;

/** What may be said of the body of a workflow or of a task, at the exact expression. */
public enum BodyProblem implements Problem {
  UNKNOWN_CALL(
      Severity.ERROR,
      "A call in a workflow must be of a @Task, a @Workflow, a verb of Workflows or a listed function of a value type;"
          + " found '%s'. %s"),

  UNSUPPORTED_STATEMENT(
      Severity.ERROR,
      "A statement in a workflow must be one that a graph can express; found %s. %s"),

  UNSUPPORTED_EXPRESSION(
      Severity.ERROR,
      "An expression in a workflow must be one that a graph can express; found %s. %s"),

  USER_CODE_IN_EXPRESSION(
      Severity.ERROR,
      "An expression in a workflow must not run user code; found %s. Move this into a @Task."),

  REFERENCE_COMPARISON(
      Severity.ERROR,
      "References other than enums and null must be compared by equals; found '%s' between %s and %s."
          + " %s"),

  CAPTURED_NON_VALUE(
      Severity.ERROR,
      "What a lambda in a workflow takes from around it must be a value; found '%s' of type %s. Give it"
          + " a type of values, or make it in the @Task that the lambda calls."),

  NOT_CONSTANT_FIELD(
      Severity.ERROR,
      "A field read in a workflow must be a compile-time constant; found '%s'. Make it a constant expression, or read it"
          + " in a @Task."),

  UNORDERED_ITERATION(
      Severity.ERROR,
      "What depends on an order must have the same in every JVM; found %s. Take a List, or sortedKeys(map)."),

  ARGUMENT_MODIFIED(
      Severity.ERROR,
      "A task must not modify its arguments; found '%s' of parameter '%s'. Copy it and change the copy."),

  DUPLICATE_OPTION(
      Severity.ERROR,
      "An option must be given once; found '%s' a second time. Remove one of them."),

  BAD_OPTION(Severity.ERROR, "Option '%s' must be %s; found %s. %s"),

  TOO_DEEPLY_NESTED(
      Severity.ERROR,
      "What a workflow nests must be at most %s levels deep; found %s. Move a part into a workflow of its own."),

  NOT_AN_ACTOR(
      Severity.ERROR,
      "'new' in a workflow must make a record or an @Actor; found %s. Make it in a @Task, or mark the class @Actor."),

  ACTOR_PLACE(
      Severity.ERROR,
      "An actor must be made by the 'new' that begins a local variable or a resource of a 'try'; found %s. Write var"
          + " actor = new ...(...), and call its tasks on that."),

  ACTOR_IN_LAMBDA(
      Severity.ERROR,
      "An actor must be made once, outside of lambdas and loops; found %s in what runs for each element. Make it before,"
          + " and call its tasks there."),

  ACTOR_PASSED_ON(
      Severity.ERROR,
      "An actor must be used for calls of its tasks alone, and stay in its variable; found %s as a value. Pass on what"
          + " its tasks answer."),

  ACTOR_REASSIGNED(
      Severity.ERROR,
      "The variable of an actor must keep it; found %s. Make another actor in a variable of its own."),

  ACTOR_MEMBER(Severity.ERROR, "What a workflow uses of an actor must be a @Task; found '%s'. %s"),

  ACTOR_CONSTRUCTOR(
      Severity.ERROR,
      "The constructor by which a workflow makes an actor must be %s; found %s. %s"),

  ACTOR_STATE(
      Severity.WARNING,
      "The answers of an actor's tasks should depend on constructor and call alone; found '%s', which writes a field. Keep"
          + " it in a local variable, or write @SuppressWarnings(\"ActorState\") where no answer depends on it.");

  private final Severity severity;
  private final String pattern;

  BodyProblem(Severity severity, String pattern) {
    this.severity = severity;
    this.pattern = pattern;
  }

  @Override
  public Severity severity() {
    return severity;
  }

  @Override
  public String pattern() {
    return pattern;
  }
}
