package dev.jacquard.differential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacquard.engine.LocalOptions;
import dev.jacquard.engine.WorkflowRuntime;
import dev.jacquard.engine.code.ClassPath;
import dev.jacquard.spi.FolderBlobStore;
import dev.jacquard.worker.WorkerRuntime;
import dev.jacquard.worker.WorkersOptions;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A runtime on worker processes that run the code of a folder. After it is closed, nothing may be
 * left of it.
 */
final class ProgramWorkers implements AutoCloseable {

  private static final int PROCESSES = 2;
  private static final int SLOTS = 2;
  private static final int STEPS_TO_HALT = 25;
  private static final String TOKEN = "--token-file";

  private final WorkersMode mode;
  private final WorkflowRuntime runtime;
  private final StepFile steps;
  private final Set<Path> folders = new HashSet<>();

  private ProgramWorkers(WorkersMode mode, WorkflowRuntime runtime, StepFile steps) {
    this.mode = mode;
    this.runtime = runtime;
    this.steps = steps;
  }

  /**
   * Starts processes.
   *
   * @param classes where the programs were compiled to
   * @param folder for the steps that they run
   */
  static ProgramWorkers start(Path classes, WorkersMode mode, Path folder) {
    StepFile steps = StepFile.in(folder);
    List<String> jvm =
        List.of("-XX:TieredStopAtLevel=1", "-Xmx256m", steps.jvmOption(), halts(mode));
    LocalOptions engine =
        LocalOptions.defaults()
            .withStrict(mode == WorkersMode.STRICT)
            .withBlobs(new FolderBlobStore(folder.resolve("blobs")));
    WorkersOptions options =
        WorkersOptions.of(PROCESSES)
            .withOffloadAbove(mode == WorkersMode.KILLED ? 1 : WorkersOptions.NEVER)
            .withSlots(SLOTS)
            .withClassPath(ClassPath.of(List.of(classes, here())))
            .withJvmOptions(jvm)
            .withEngine(engine);
    return new ProgramWorkers(mode, WorkerRuntime.workers(options), steps);
  }

  private static String halts(WorkersMode mode) {
    return "-D" + StepLog.HALTS + "=" + (mode == WorkersMode.KILLED ? STEPS_TO_HALT : 0);
  }

  /** Where {@link StepLog} is, which the programs' library uses. */
  private static Path here() {
    try {
      return Path.of(StepLog.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  WorkersMode mode() {
    return mode;
  }

  WorkflowRuntime runtime() {
    return runtime;
  }

  StepFile steps() {
    return steps;
  }

  /** The processes that are alive now. */
  List<ProcessHandle> alive() {
    List<ProcessHandle> alive =
        ProcessHandle.current()
            .children()
            .filter(child -> child.isAlive() && words(child).contains(TOKEN))
            .toList();
    alive.forEach(this::rememberFolder);
    return alive;
  }

  private void rememberFolder(ProcessHandle worker) {
    List<String> words = words(worker);
    int token = words.indexOf(TOKEN);
    if (token >= 0) {
      folders.add(Path.of(words.get(token + 1)).getParent());
    }
  }

  private static List<String> words(ProcessHandle process) {
    return Arrays.asList(process.info().arguments().orElse(new String[0]));
  }

  @Override
  public void close() {
    List<ProcessHandle> last = alive();
    runtime.close();
    assertThat(folders).as("folders of the workers").isNotEmpty();
    assertThat(last).as("processes").noneMatch(ProcessHandle::isAlive);
    assertThat(alive()).as("processes").isEmpty();
    assertThat(folders).as("folders of the workers").noneMatch(Files::exists);
  }
}
