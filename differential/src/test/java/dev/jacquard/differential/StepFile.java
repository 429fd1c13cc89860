package dev.jacquard.differential;

import dev.jacquard.differential.StepLog.Entry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The file in which worker processes record the steps that they run. */
final class StepFile {

  private final Path file;

  private StepFile(Path file) {
    this.file = file;
  }

  /** Makes an empty one. */
  static StepFile in(Path folder) {
    try {
      return new StepFile(Files.createTempFile(folder, "steps", ""));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a worker process is started with to record there. */
  String jvmOption() {
    return "-D" + StepLog.FILE + "=" + file;
  }

  /**
   * The steps of each execution, by its id, in the order in which they ran first: a step whose
   * worker was lost may run again, under the same key.
   */
  Map<String, List<Entry>> byExecution() {
    Map<String, Set<Entry>> steps = new HashMap<>();
    for (String[] words : lines()) {
      Entry entry = new Entry(Integer.parseInt(words[1]), Integer.parseInt(words[2]), words[3]);
      String execution = words[3].substring(0, words[3].indexOf('/'));
      steps.computeIfAbsent(execution, unknown -> new LinkedHashSet<>()).add(entry);
    }
    Map<String, List<Entry>> lists = new HashMap<>();
    steps.forEach((execution, entries) -> lists.put(execution, List.copyOf(entries)));
    return lists;
  }

  /** How many steps were begun more than once. */
  int repeated() {
    Set<String> seen = new HashSet<>();
    return (int)
        lines().stream().filter(words -> !seen.add(words[1] + " " + words[2] + words[3])).count();
  }

  /** The processes that have run a step. */
  Set<Long> processes() {
    Set<Long> processes = new HashSet<>();
    lines().forEach(words -> processes.add(Long.parseLong(words[0])));
    return processes;
  }

  private List<String[]> lines() {
    try {
      List<String[]> lines = new ArrayList<>();
      for (String line : Files.readAllLines(file)) {
        lines.add(line.split(" ", 4));
      }
      return lines;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
