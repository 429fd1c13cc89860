package dev.jacquard.engine.value;

/** What a user's constructor or codec threw, as an error of the value that it was for. */
final class UserCode {

  private UserCode() {}

  /** Returns the exception to throw; what the virtual machine itself throws goes on as it is. */
  static ValueException failed(String problem, Throwable cause) {
    if (cause instanceof VirtualMachineError error && !(cause instanceof StackOverflowError)) {
      throw error;
    }
    return ValueException.of(problem + ": " + cause, cause);
  }
}
