package dev.jacquard.differential;

import dev.jacquard.engine.LocalOptions;
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

/**
 * Runs programs and traps as plain Java, on local threads and on worker processes, many at once,
 * and tells where they differ: in value, in failure, in steps, and between the two runtimes also in
 * the place of the failure.
 */
final class WorkersDifferential {

  private static final int INPUTS = 4;
  private static final int DRAWS = 3;
  private static final int AT_ONCE = 24;
  private static final int ATTEMPTS_TO_SHRINK = 150;

  /** How the programs run on workers. */
  enum Mode {
    PLAIN,
    STRICT,
    /** Processes are killed meanwhile. */
    KILLED
  }

  /** A trial in which they differ, and how. */
  record Difference(Trial trial, String text) {

    @Override
    public String toString() {
      return text + "\non " + trial;
    }
  }

  private final Mode mode;
  private final Path folder;
  private final StringBuilder report = new StringBuilder();

  /**
   * @param folder for what is compiled and recorded
   */
  WorkersDifferential(Mode mode, Path folder) {
    this.mode = mode;
    this.folder = folder;
  }

  /** What was run so far, a line for each search. */
  String report() {
    return report.toString();
  }

  /**
   * Looks for differences among the traps and so many programs; the first program's seed is {@code
   * seed}.
   */
  List<Difference> search(int programs, long seed) {
    ProgramGenerator generator = new ProgramGenerator(new Coverage());
    List<Program> generated = new ArrayList<>();
    for (int i = 0; i < programs; i++) {
      generated.add(generator.generate("P" + i, seed + i));
    }
    Path classes = newFolder();
    try (URLClassLoader loader = compile(generated, Traps.sources(), classes);
        ProgramWorkers workers = ProgramWorkers.start(classes, mode == Mode.STRICT, folder)) {
      List<Trial> trials = new ArrayList<>();
      generated.forEach(program -> trials.addAll(trials(loader, program)));
      trials.addAll(traps(loader, classes));
      Collections.shuffle(trials, new Random(seed));
      return compare(LoaderCode.of(loader), trials, workers, seed);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Makes a program that differs as small as it can be made. The workers find each attempt's class
   * in the folder that they were started with.
   */
  Difference shrink(Difference found) {
    if (found.trial().program().isEmpty() || mode == Mode.KILLED) {
      return found;
    }
    Path classes = newFolder();
    try (ProgramWorkers workers = ProgramWorkers.start(classes, mode == Mode.STRICT, folder)) {
      List<Difference> smaller = new ArrayList<>(List.of(found));
      Shrinker shrinker =
          new Shrinker(
              choices -> {
                Optional<Difference> differs = differs(choices, smaller.size(), classes, workers);
                differs.ifPresent(smaller::add);
                return differs.isPresent();
              },
              ATTEMPTS_TO_SHRINK);
      shrinker.shrink(found.trial().program().get().choices());
      return smaller.get(smaller.size() - 1);
    }
  }

  private Optional<Difference> differs(
      List<Integer> choices, int number, Path classes, ProgramWorkers workers) {
    ProgramGenerator generator = new ProgramGenerator(new Coverage());
    // A class that has been loaded cannot be replaced.
    String name = "Shrunk" + number + "_" + Integer.toHexString(choices.hashCode());
    Program program = generator.generate(name, Choices.replay(choices));
    try (URLClassLoader loader = compile(List.of(program), List.of(), classes)) {
      return compare(LoaderCode.of(loader), trials(loader, program), workers, 0).stream()
          .findFirst();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<Difference> compare(
      Code code, List<Trial> trials, ProgramWorkers workers, long seed) {
    List<Runs.Request> requests = trials.stream().map(Trial::request).toList();
    List<Runs.Run> here = local(code, requests);
    Killer killer = new Killer(workers, seed);
    Runnable afterEach = mode == Mode.KILLED ? killer::runEnded : () -> {};
    List<Runs.Run> there = new Runs(workers.runtime(), code, AT_ONCE, afterEach).all(requests);
    Map<String, List<StepLog.Entry>> steps = workers.steps().byExecution();
    List<Difference> differences = new ArrayList<>();
    for (int i = 0; i < trials.size(); i++) {
      Trial trial = trials.get(i);
      Runs.Run run = there.get(i);
      Runs.Run local = here.get(i);
      List<StepLog.Entry> own = steps.getOrDefault(run.execution(), List.of());
      trial
          .difference(new Answer(run.value(), run.failure(), own))
          .or(() -> elsewhere(local, run))
          .ifPresent(text -> differences.add(new Difference(trial, text)));
    }
    tell(trials, there, workers, killer);
    return differences;
  }

  private static Optional<String> elsewhere(Runs.Run here, Runs.Run there) {
    return here.location().equals(there.location())
        ? Optional.empty()
        : Optional.of("failed here at " + here.location() + "; there at " + there.location());
  }

  private static List<Runs.Run> local(Code code, List<Runs.Request> requests) {
    try (WorkflowRuntime runtime = WorkflowRuntime.local(LocalOptions.defaults())) {
      return new Runs(runtime, code, AT_ONCE, () -> {}).all(requests);
    } finally {
      StepLog.take();
    }
  }

  private void tell(
      List<Trial> trials, List<Runs.Run> runs, ProgramWorkers workers, Killer killer) {
    report
        .append(mode)
        .append(": ")
        .append(trials.size())
        .append(" runs, ")
        .append(runs.stream().filter(run -> run.failure().isPresent()).count())
        .append(" failed as plain Java, ")
        .append(workers.steps().byExecution().values().stream().mapToInt(List::size).sum())
        .append(" steps, ")
        .append(workers.steps().repeated())
        .append(" of them again; ")
        .append(killer)
        .append('\n');
  }

  private static List<Trial> trials(ClassLoader loader, Program program) {
    List<Trial> trials = new ArrayList<>();
    for (int input = 0; input < INPUTS; input++) {
      List<Object> arguments = Inputs.draw(program.parameters(), input);
      trials.add(
          Trial.of(loader, new Runs.Request(program.workflow(), arguments), Optional.of(program)));
    }
    return trials;
  }

  private static List<Trial> traps(ClassLoader loader, Path classes) {
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
