package dev.jacquard.processor;

import static dev.jacquard.processor.diagnostic.CommonProblem.INTERNAL_ERROR;

import java.util.Arrays;
import java.util.stream.Collectors;
import javax.annotation.processing.Messager;
import javax.lang.model.element.Element;
import javax.tools.Diagnostic.Kind;
import org.jspecify.annotations.Nullable;

/** Lets no exception out of the processor: a mistake of Jacquard's own is told as an error. */
final class Guard {

  private static final int FRAMES = 8;

  private final Messager messager;
  private boolean told;

  Guard(Messager messager) {
    this.messager = messager;
  }

  /** A piece of the processor's work. */
  @FunctionalInterface
  interface Work {
    void run() throws Exception;
  }

  /** Runs work on an element; one internal error is told and no second. */
  void run(@Nullable Element element, Work work) {
    try {
      work.run();
    } catch (Exception | LinkageError | AssertionError | StackOverflowError failure) {
      tell(element, failure);
    }
  }

  private void tell(@Nullable Element element, Throwable failure) {
    if (told) {
      return;
    }
    told = true;
    String frames =
        Arrays.stream(failure.getStackTrace())
            .limit(FRAMES)
            .map(StackTraceElement::toString)
            .collect(Collectors.joining("\n  at ", "\n  at ", ""));
    String place = element == null ? "the compilation" : element.toString();
    messager.printMessage(Kind.ERROR, INTERNAL_ERROR.message(failure, place, frames), element);
  }
}
