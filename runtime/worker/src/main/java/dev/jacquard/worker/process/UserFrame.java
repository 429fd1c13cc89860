package dev.jacquard.worker.process;

/** Finds the frame of a stack that says most to whoever wrote the task. */
final class UserFrame {

  private UserFrame() {}

  /** The uppermost frame that is neither the JDK's nor Jacquard's; else the uppermost; else "". */
  static String of(StackTraceElement[] stack) {
    for (StackTraceElement frame : stack) {
      boolean ofJdk = frame.getModuleName() != null && isOfJdk(frame.getModuleName());
      if (!ofJdk && !frame.getClassName().startsWith("dev.jacquard.engine.")) {
        return text(frame);
      }
    }
    return stack.length == 0 ? "" : text(stack[0]);
  }

  /** Without the loader and the module, which say nothing to whoever wrote the task. */
  private static String text(StackTraceElement frame) {
    return new StackTraceElement(
            null,
            null,
            null,
            frame.getClassName(),
            frame.getMethodName(),
            frame.getFileName(),
            frame.getLineNumber())
        .toString();
  }

  private static boolean isOfJdk(String module) {
    return module.startsWith("java.") || module.startsWith("jdk.");
  }
}
