package dev.jacquard.processor.diagnostic;

/** What may be said of a declaration and of a body alike. */
public enum CommonProblem implements Problem {
  NOT_YET_SUPPORTED(
      Severity.ERROR, "%s must not be used in this version of Jacquard; found %s. %s"),

  BAD_DURATION(
      Severity.ERROR,
      "%s must be a duration; found \"%s\". Write a whole number with ms, s, m, h or d, such as \"30s\", or as ISO-8601"
          + " does, such as \"PT1H\"."),

  UNSERIALIZABLE_TYPE(
      Severity.ERROR, "%s must be a value that can leave the process; found %s. %s"),

  GENERIC_TYPE(
      Severity.ERROR,
      "%s must not be of a generic class of one's own; found %s. Declare a record for these types."),

  MAP_KEY(
      Severity.ERROR,
      "%s must have text, a number, a boolean, an enum, a time or a UUID as the key of its map;"
          + " found %s. Use such a key, or a list of records."),

  RAW_TYPE(
      Severity.ERROR,
      "%s must say the types of its elements; found %s. Write them out, such as List<String>."),

  WILDCARD_TYPE(
      Severity.ERROR,
      "%s must name one type for its elements; found %s. Write the type itself in place of the wildcard."),

  INACCESSIBLE_TYPE(
      Severity.ERROR,
      "%s must be visible to the code generated in %s; found %s. Make the type, and every class around it,"
          + " public or put it into that package, not private."),

  NOT_JAVAC(
      Severity.WARNING,
      "Workflows should be compiled by javac; found a compiler whose syntax trees cannot be read (%s). Stubs and"
          + " handlers are generated, but no specs, so that nothing can be run from this build."),

  INTERNAL_ERROR(
      Severity.ERROR,
      "The Jacquard processor must not fail; found %s while it worked on %s. This is a mistake in Jacquard, not in your"
          + " code. Report it with the source of that class and these lines: %s");

  private final Severity severity;
  private final String pattern;

  CommonProblem(Severity severity, String pattern) {
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
