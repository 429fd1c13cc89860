package dev.jacquard.processor.declare;

import dev.jacquard.Task;
import dev.jacquard.Workflow;
import java.lang.annotation.Annotation;

/** What a method is declared to be. */
enum MethodKind {
  TASK("task", Task.class),
  WORKFLOW("workflow", Workflow.class);

  private final String word;
  private final Class<? extends Annotation> annotation;

  MethodKind(String word, Class<? extends Annotation> annotation) {
    this.word = word;
    this.annotation = annotation;
  }

  /** As messages say it. */
  String word() {
    return word;
  }

  Class<? extends Annotation> annotation() {
    return annotation;
  }
}
