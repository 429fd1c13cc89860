package dev.jacquard.worker.fault;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Stops processes, lets them go on and kills them, and waits until that has happened. */
final class Signals {

  private Signals() {}

  /** The processes that this one has started. */
  static List<ProcessHandle> children() {
    return ProcessHandle.current().children().filter(ProcessHandle::isAlive).toList();
  }

  static void stop(ProcessHandle process) throws IOException, InterruptedException {
    send("STOP", process);
  }

  static void goOn(ProcessHandle process) throws IOException, InterruptedException {
    send("CONT", process);
  }

  static void terminate(ProcessHandle process) throws IOException, InterruptedException {
    send("TERM", process);
  }

  static void kill(ProcessHandle process) throws Exception {
    process.destroyForcibly();
    process.onExit().get(10, TimeUnit.SECONDS);
  }

  private static void send(String signal, ProcessHandle process)
      throws IOException, InterruptedException {
    Process kill = new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start();
    if (kill.waitFor() != 0) {
      throw new IOException("kill must be able to send " + signal + " to " + process.pid() + ".");
    }
  }
}
