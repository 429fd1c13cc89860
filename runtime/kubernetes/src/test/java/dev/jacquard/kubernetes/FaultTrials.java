package dev.jacquard.kubernetes;

import static dev.jacquard.Workflows.map;

import dev.jacquard.Resources;
import dev.jacquard.Task;
import dev.jacquard.Workflow;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.Deflater;

/** Workflows whose elements tell a {@link Tally} that they begin. */
public final class FaultTrials {

  private static final int CHUNK = 1 << 18;

  private FaultTrials() {}

  @Task
  static int counted(int element, int millis, String tally)
      throws IOException, InterruptedException {
    Tally.begun(tally, element);
    TimeUnit.MILLISECONDS.sleep(millis);
    return element;
  }

  /** Uses up the memory beside the heap when the element begins for the first time. */
  @Task(resources = @Resources(memory = "200Mi"))
  static int hungry(int element, int victim, String tally) throws IOException {
    boolean first = Tally.begun(tally, element) == 1;
    List<Deflater> kept = new ArrayList<>();
    byte[] in = new byte[CHUNK]; // one for all: the heap is not to be full first
    byte[] out = new byte[CHUNK];
    while (first && element == victim && kept.size() < Integer.MAX_VALUE) {
      Deflater deflater = new Deflater();
      deflater.setInput(in);
      deflater.deflate(out);
      kept.add(deflater);
    }
    return element + kept.size();
  }

  @Workflow
  public static List<Integer> elements(List<Integer> elements, int millis, String tally)
      throws Exception {
    return map(elements, n -> counted(n, millis, tally));
  }

  @Workflow
  public static List<Integer> oneIsHungry(List<Integer> elements, int victim, String tally)
      throws IOException {
    return map(elements, n -> hungry(n, victim, tally));
  }
}
