package dev.jacquard.processor.diagnostic;

/** What may be said of a declaration, at the exact element or annotation value. */
public enum DeclarationProblem implements Problem {
  BAD_QUANTITY(
      Severity.ERROR,
      "%s must be a quantity as Kubernetes writes it; found \"%s\". Write a number with a unit, such as %s."),

  BAD_ENVIRONMENT(
      Severity.ERROR,
      "An environment variable must be written \"NAME=value\"; found \"%s\". Begin the name with a letter or an"
          + " underscore, go on with those and digits, and name each variable once."),

  BAD_SECRET(
      Severity.ERROR,
      "A secret must be written \"NAME\" or \"NAME=group/key\"; found \"%s\". Begin the name with a letter or an"
          + " underscore, go on with those and digits, and name each secret once."),

  OUT_OF_RANGE(Severity.ERROR, "%s must be %s; found %s. %s"),

  BAD_NAME(
      Severity.ERROR,
      "A name must begin with a letter and hold letters, digits, '_' and '-' alone; found \"%s\". Choose such a name."),

  DUPLICATE_NAME(
      Severity.ERROR,
      "A %s's name must be unique in its class, letter case aside; found \"%s\" on '%s' too. Give one of them a name of"
          + " its own."),

  OVERLOAD_WITHOUT_NAME(
      Severity.ERROR,
      "An overloaded %s must have a name of its own; found '%s' declared more than once. Write @%s(name = \"...\") on"
          + " each but one."),

  BAD_DEFAULT(Severity.ERROR, "The default of '%s' must be %s; found \"%s\". %s"),

  MISPLACED_DEFAULT(
      Severity.ERROR,
      "@Default must stand on a parameter of a workflow that takes one value; found it on '%s', %s. Remove it."),

  GENERIC_METHOD(
      Severity.ERROR,
      "A %s must not have type parameters; found '%s'. Declare it once for each type that it is for."),

  PRIVATE_METHOD(
      Severity.ERROR,
      "A %s must be visible in its package, since generated code calls it; found '%s' private. Remove 'private'."),

  INACCESSIBLE_CLASS(
      Severity.ERROR,
      "The class of a %s must be visible in its package, since generated code names it; found %s '%s'. %s"),

  INSTANCE_METHOD(Severity.ERROR, "A %s must be static%s; found '%s', %s of '%s'. %s"),

  BOTH_TASK_AND_WORKFLOW(
      Severity.ERROR,
      "A method must be a task or a workflow; found '%s' marked as both. Remove one of the marks."),

  BAD_ACTOR(Severity.ERROR, "An actor must be %s; found %s '%s'. %s"),

  UNUSED_POLICY(
      Severity.WARNING,
      "%s should come with retries; found retries = 0. Set retries, or remove it."),

  MISPLACED_POLICY(
      Severity.ERROR,
      "What a replica runs on must be said of the actor; found %s on a task of it. Move it to @Actor."),

  BAD_CODEC(
      Severity.ERROR,
      "The codec of '%s' must be a public class with a public constructor without arguments, for that type; found %s."
          + " %s"),

  GENERATED_NAME_TAKEN(
      Severity.ERROR,
      "The name '%s' must be free for the class generated for '%s'; found a class of that name. Rename one of them."),

  OVERLOAD_CLASH(
      Severity.ERROR,
      "The stubs of a class must differ in their parameters; found '%s' twice, since '%s' without its defaults is like"
          + " '%s'. Remove a default, or rename one of the workflows."),

  PACKAGE_NOT_OPEN(
      Severity.ERROR,
      "Module '%s' must export or open package '%s', so that the runtime can load its generated classes; found neither."
          + " Write 'opens %s;' in its module-info.java.");

  private final Severity severity;
  private final String pattern;

  DeclarationProblem(Severity severity, String pattern) {
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
