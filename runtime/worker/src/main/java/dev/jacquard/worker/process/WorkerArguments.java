package dev.jacquard.worker.process;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * The command line of a worker.
 *
 * @param host where its gateway is
 * @param port where its gateway is
 * @param pool which pool it serves
 * @param tokenFile holds what the gateway asks for
 * @param classPathFile holds the application's class path; empty: the process's own
 * @param instance names the process
 * @param slots how many batches it carries out at once
 * @param offloaded the engine's folder for values that are too long for messages; empty: none
 * @param leaveWith the id of a process with which it ends; zero: none
 */
record WorkerArguments(
    String host,
    int port,
    String pool,
    String tokenFile,
    String classPathFile,
    String instance,
    int slots,
    String offloaded,
    int leaveWith) {

  private static final Set<String> NAMES =
      Set.of(
          "--connect",
          "--pool",
          "--token-file",
          "--class-path-file",
          "--instance",
          "--slots",
          "--offloaded",
          "--leave-with");

  static WorkerArguments parse(String[] words) {
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < words.length; i++) {
      if (NAMES.contains(words[i]) && i + 1 < words.length) {
        values.put(words[i], words[++i]);
      } else {
        throw new IllegalArgumentException(
            "A worker must be given options and their values; found " + words[i] + ".");
      }
    }
    String connect = required(values, "--connect");
    int colon = connect.lastIndexOf(':');
    return new WorkerArguments(
        connect.substring(0, Math.max(0, colon)),
        number("--connect", connect.substring(colon + 1)),
        required(values, "--pool"),
        required(values, "--token-file"),
        values.getOrDefault("--class-path-file", ""),
        values.getOrDefault("--instance", "pid-" + ProcessHandle.current().pid()),
        number("--slots", values.getOrDefault("--slots", "1")),
        values.getOrDefault("--offloaded", ""),
        number("--leave-with", values.getOrDefault("--leave-with", "0")));
  }

  private static String required(Map<String, String> values, String name) {
    String value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException(
          "A worker must be given --connect HOST:PORT, --pool NAME and --token-file FILE; "
              + name
              + " is missing.");
    }
    return value;
  }

  private static int number(String name, String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(name + " must hold a number; found " + text + ".", e);
    }
  }
}
