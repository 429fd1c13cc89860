package dev.jacquard.engine.code;

/**
 * Something that a spec names and that is not there as the spec says.
 *
 * @param text one sentence; below it, it may say what repairs it
 * @param remedy what repairs it
 */
public record LinkProblem(String text, Remedy remedy) {

  /** What repairs a problem. */
  public enum Remedy {
    /** The build must run Jacquard's processor. */
    PROCESSOR,
    /** Classes of different builds are mixed: compile all that belongs together. */
    REBUILD,
    /** A jar or directory is missing from the class path. */
    CLASS_PATH,
    /** What the problem's text says itself. */
    TOLD;

    /** Returns the steps, for people. */
    public String advice() {
      return switch (this) {
        case PROCESSOR -> "Let the build run Jacquard's processor:\n" + BuildAdvice.processor();
        case TOLD -> "";
        case REBUILD ->
            "Caller and callee were compiled against different sources; compile them together:\n"
                + BuildAdvice.rebuild();
        case CLASS_PATH ->
            """
            Give the whole class path, the application first (--classpath on the command line):
            Maven:
              mvn dependency:build-classpath -Dmdep.outputFile=classpath.txt
            Gradle:
              println(configurations.runtimeClasspath.get().asPath) in a task\
            """;
      };
    }
  }

  /** Returns the same with the workflows that have it named behind its sentence. */
  LinkProblem of(String workflows) {
    int end = text.indexOf('\n');
    String sentence = end < 0 ? text : text.substring(0, end);
    return new LinkProblem(
        sentence + " (" + workflows + ")" + text.substring(sentence.length()), remedy);
  }
}
