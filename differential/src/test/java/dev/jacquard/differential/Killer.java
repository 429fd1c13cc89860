package dev.jacquard.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Ends worker processes while programs run on them, by a schedule drawn from a seed, where the mode
 * says so. Two kills are so many runs apart that no call can be hit three times; a process that has
 * not served yet is spared, for those that never connect tell of wrong options.
 */
final class Killer {

  private static final int AT_LEAST = 150;
  private static final int SPREAD = 100;

  private final ProgramWorkers workers;
  private final Random random;
  private int runsToNext;
  private int killed;
  private int terminated;

  Killer(ProgramWorkers workers, long seed) {
    this.workers = workers;
    this.random = new Random(seed);
    this.runsToNext = random.nextInt(AT_LEAST);
  }

  /** A run has ended, and others go on. */
  void runEnded() {
    runsToNext--;
    if (runsToNext <= 0 && workers.mode() == WorkersMode.KILLED) {
      List<ProcessHandle> serving = serving();
      if (!serving.isEmpty()) {
        end(serving.get(random.nextInt(serving.size())));
        runsToNext = AT_LEAST + random.nextInt(SPREAD);
      }
    }
  }

  private List<ProcessHandle> serving() {
    Set<Long> served = workers.steps().processes();
    return new ArrayList<>(
        workers.alive().stream().filter(worker -> served.contains(worker.pid())).toList());
  }

  private void end(ProcessHandle victim) {
    if (random.nextInt(4) == 0) {
      victim.destroy();
      terminated++;
    } else {
      victim.destroyForcibly();
      killed++;
    }
  }

  int killed() {
    return killed;
  }

  @Override
  public String toString() {
    return killed + " processes killed, " + terminated + " terminated";
  }
}
