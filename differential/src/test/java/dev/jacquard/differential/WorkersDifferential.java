package dev.jacquard.differential;

import dev.jacquard.engine.WorkflowRuntime;
import dev.jacquard.engine.code.Code;
import dev.jacquard.engine.code.LoaderCode;
import dev.jacquard.processor.JacquardProcessor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/**
 * Runs programs and traps as plain Java, on local threads and on worker processes, many at once,
 * and tells where they differ: in value, in failure, in the steps of programs, and between the two
 * runtimes also in the place of the failure.
 */
final class WorkersDifferential {

  private static final int INPUTS = 4;
  private static final int DRAWS = 2;
  private static final int AT_ONCE = 24;
  private static final int ATTEMPTS_TO_SHRINK = 150;

  /** A trial in which they differ, and how. */
  record Difference(Trial trial, WorkersMode mode, String text) {

    @Override
    public String toString() {
      return "mode " + mode + ": " + text + "\non " + trial;
    }
  }

  private final Path folder;
  private final List<String> report = new ArrayList<>();
  private int killed;

  /**
   * @param folder for what is compiled and recorded
   */
  WorkersDifferential(Path folder) {
    this.folder = folder;
  }

  /** What was run so far, a line for each class path and mode. */
  String report() {
    return String.join("\n", report);
  }

  /** How many processes were killed so far. */
  int killed() {
    return killed;
  }

  /**
   * Looks for differences among the traps and so many programs, in every mode; the first program's
   * seed is {@code seed}.
   */
  List<Difference> search(int programs, long seed) {
    ProgramGenerator generator = new ProgramGenerator(new Coverage());
    List<Program> generated = new ArrayList<>();
    for (int i = 0; i < programs; i++) {
      generated.add(generator.generate("P" + i, seed + i));
    }
    Path classes = newFolder();
    try (URLClassLoader loader = compile(generated, Traps.sourcesWithCalls(), classes)) {
      List<Trial> trials = new ArrayList<>();
      generated.forEach(program -> trials.addAll(trials(loader, program)));
      trials.addAll(traps(loader, classes));
      Collections.shuffle(trials, new Random(seed));
      Code code = LoaderCode.of(loader);
      List<Runs.Run> here = here(code, trials);
      List<Difference> differences = new ArrayList<>();
      for (WorkersMode mode : WorkersMode.values()) {
        try (ProgramWorkers workers = ProgramWorkers.start(classes, mode, folder)) {
          differences.addAll(differences(mode, trials, here, there(code, trials, workers, seed)));
        }
      }
      return differences;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Makes a program that differs as small as it can be made, unless processes have to be killed for
   * it. The workers find each attempt's class in the folder that they were started with.
   */
  Difference shrink(Difference found) {
    if (found.trial().program().isEmpty() || found.mode() == WorkersMode.KILLED) {
      return found;
    }
    Path classes = newFolder();
    List<Difference> smaller = new ArrayList<>(List.of(found));
    try (ProgramWorkers workers = ProgramWorkers.start(classes, found.mode(), folder)) {
      AtomicInteger attempts = new AtomicInteger();
      Predicate<List<Integer>> differs =
          choices -> {
            // A class that has been loaded cannot be replaced.
            String name = "Shrunk" + attempts.incrementAndGet();
            Program program =
                new ProgramGenerator(new Coverage()).generate(name, Choices.replay(choices));
            List<Difference> again = differences(program, found.mode(), classes, workers);
            smaller.addAll(again);
            return !again.isEmpty();
          };
      new Shrinker(differs, ATTEMPTS_TO_SHRINK).shrink(found.trial().program().get().choices());
    }
    return smaller.get(smaller.size() - 1);
  }

  private List<Difference> differences(
      Program program, WorkersMode mode, Path classes, ProgramWorkers workers) {
    try (URLClassLoader loader = compile(List.of(program), List.of(), classes)) {
      Code code = LoaderCode.of(loader);
      List<Trial> trials = trials(loader, program);
      return differences(mode, trials, here(code, trials), there(code, trials, workers, 0));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Difference> differences(
      WorkersMode mode, List<Trial> trials, List<Runs.Run> here, List<Told> there) {
    List<Difference> differences = new ArrayList<>();
    for (int i = 0; i < trials.size(); i++) {
      Trial trial = trials.get(i);
      Runs.Run local = here.get(i);
      Told told = there.get(i);
      trial
          .difference(new Answer(told.run().value(), told.run().failure(), told.steps()))
          .or(() -> elsewhere(local, told.run()))
          .ifPresent(text -> differences.add(new Difference(trial, mode, text)));
    }
    return differences;
  }

  private static Optional<String> elsewhere(Runs.Run here, Runs.Run there) {
    return here.location().equals(there.location())
        ? Optional.empty()
        : Optional.of("failed here at " + here.location() + "; there at " + there.location());
  }

  private static List<Runs.Run> here(Code code, List<Trial> trials) {
    try (WorkflowRuntime runtime = WorkflowRuntime.local()) {
      return new Runs(runtime, code, AT_ONCE, () -> {}, Runs.LONGEST).all(requests(trials));
    } finally {
      StepLog.take();
    }
  }

  /** What came of a run, and the steps that it ran in workers. */
  private record Told(Runs.Run run, List<StepLog.Entry> steps) {}

  private List<Told> there(Code code, List<Trial> trials, ProgramWorkers workers, long seed) {
    Killer killer = new Killer(workers, seed);
    long start = System.nanoTime();
    List<Runs.Run> runs =
        new Runs(workers.runtime(), code, AT_ONCE, killer::runEnded, Runs.LONGEST)
            .all(requests(trials));
    killed += killer.killed();
    Map<String, List<StepLog.Entry>> steps = workers.steps().byExecution();
    report.add(
        "%s: %d runs in %d ms, of which %d failed as plain Java; %d steps, of which %d ran again; %s"
            .formatted(
                workers.mode(),
                runs.size(),
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start),
                runs.stream().filter(run -> run.failure().isPresent()).count(),
                steps.values().stream().mapToInt(List::size).sum(),
                workers.steps().repeated(),
                killer));
    return runs.stream()
        .map(run -> new Told(run, steps.getOrDefault(run.execution(), List.of())))
        .toList();
  }

  static List<Runs.Request> requests(List<Trial> trials) {
    return trials.stream().map(Trial::request).toList();
  }

  static List<Trial> trials(ClassLoader loader, Program program) {
    List<Trial> trials = new ArrayList<>();
    for (int input = 0; input < INPUTS; input++) {
      List<Object> arguments = Inputs.draw(program.parameters(), input);
      trials.add(
          Trial.of(loader, new Runs.Request(program.workflow(), arguments), Optional.of(program)));
    }
    return trials;
  }

  static List<Trial> traps(ClassLoader loader, Path classes) {
    List<Trial> trials = new ArrayList<>();
    for (String workflow : Traps.workflows(classes)) {
      for (List<Object> arguments : Traps.arguments(loader, workflow, DRAWS)) {
        trials.add(Trial.of(loader, new Runs.Request(workflow, arguments), Optional.empty()));
      }
    }
    return trials;
  }

  private static URLClassLoader compile(List<Program> programs, List<Path> files, Path classes) {
    return Compilation.compile(programs, files, new JacquardProcessor(), classes);
  }

  private Path newFolder() {
    try {
      return Files.createTempDirectory(folder, "classes");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
