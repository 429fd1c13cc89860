package dev.jacquard.worker.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What calls have done: each run of a call appends a line, before it does anything else.
 *
 * @param file where
 */
record EffectLog(Path file) {

  /** A run of a call, and the process that it ran in. */
  record Run(int number, long process) {}

  static EffectLog at(String file) {
    return new EffectLog(Path.of(file));
  }

  static EffectLog in(Path folder) throws IOException {
    return new EffectLog(Files.createFile(folder.resolve("effects")));
  }

  void append(int number) {
    String line = number + " " + ProcessHandle.current().pid() + "\n";
    try {
      Files.writeString(file, line, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<Run> runs() throws IOException {
    return Files.readAllLines(file).stream().map(EffectLog::run).toList();
  }

  private static Run run(String line) {
    String[] words = line.split(" ", -1);
    return new Run(Integer.parseInt(words[0]), Long.parseLong(words[1]));
  }

  /** How many calls have run, however often. */
  long calls() throws IOException {
    return runs().stream().map(Run::number).distinct().count();
  }

  /** How many runs were not the first of their call. */
  long extraRuns() throws IOException {
    return runs().size() - calls();
  }

  long runsIn(long process) throws IOException {
    return runs().stream().filter(run -> run.process() == process).count();
  }

  Set<Long> processes() throws IOException {
    return runs().stream().map(Run::process).collect(Collectors.toSet());
  }
}
