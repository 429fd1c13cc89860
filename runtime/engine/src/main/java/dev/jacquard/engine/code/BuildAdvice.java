package dev.jacquard.engine.code;

import dev.jacquard.spec.v1.WorkflowSpec;

/** The lines of a user's build that repair what is missing, for Maven and for Gradle. */
final class BuildAdvice {

  private BuildAdvice() {}

  /** How the processor is made to run. */
  static String processor() {
    String version = RuntimeVersion.current();
    return """
    Maven, in the configuration of maven-compiler-plugin (3.11 or later):
      <annotationProcessorPaths>
        <path>
          <groupId>dev.jacquard</groupId>
          <artifactId>jacquard-processor</artifactId>
          <version>%1$s</version>
        </path>
      </annotationProcessorPaths>
    Gradle:
      dependencies {
        implementation("dev.jacquard:jacquard-annotations:%1$s")
        annotationProcessor("dev.jacquard:jacquard-processor:%1$s")
      }\
    """
        .formatted(version);
  }

  /** How a build is kept from compiling only a part of what belongs together. */
  static String rebuild() {
    return """
    Maven:
      mvn clean package
    Gradle:
      gradle clean build\
    """;
  }

  /** What to say of a spec that the processor of another version wrote. */
  static String otherVersion(WorkflowSpec spec, String origin) {
    String compiler =
        spec.getCompiler().isEmpty() ? "an unknown processor" : "processor " + spec.getCompiler();
    String version = RuntimeVersion.current();
    return """
    The spec %1$s was written by %2$s under contract %3$d; this runtime (%4$s) knows contracts up to %5$d.
    Run it with a newer Jacquard, or compile it with the processor of this one:
    Maven:
      <artifactId>jacquard-processor</artifactId>
      <version>%4$s</version>
    Gradle:
      annotationProcessor("dev.jacquard:jacquard-processor:%4$s")\
    """
        .formatted(origin, compiler, spec.getContract(), version, SpecFiles.CONTRACT);
  }
}
