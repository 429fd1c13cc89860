package dev.jacquard.engine.backend;

import dev.jacquard.TaskTimeoutException;
import dev.jacquard.engine.plan.Chain;
import dev.jacquard.engine.plan.ChainStage;
import dev.jacquard.engine.plan.Input;
import dev.jacquard.engine.plan.Inputs;
import dev.jacquard.engine.plan.LoneCall;
import dev.jacquard.engine.plan.TaskPlan;
import dev.jacquard.engine.policy.AttemptPolicy;
import dev.jacquard.engine.policy.FailureKind;
import dev.jacquard.engine.time.EngineClock;
import dev.jacquard.spi.BlobStore;
import dev.jacquard.spi.CurrentCall;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Carries out one batch in the calling thread, and tells its listener all but its end. Used once.
 */
public final class BatchRunner {

  private static final @Nullable Object[] NONE = {};

  private final Batch batch;
  private final ChainStage[] stages;
  private final Input result;
  private final Start start;
  private final Elements elements;
  private final TaskCaller caller;
  private final @Nullable Object actor;
  private final EngineClock clock;
  private final AttemptGuard guard;
  private final RunningCall call;
  private final @Nullable Object[] row;
  // For each stage the arguments of its call, completed for each element.
  private final @Nullable Object[][] arguments;
  private final Supplier<ElementFailure> overrun = this::overrun;
  private int element;
  private int stage;
  private long deadlineAt = Long.MAX_VALUE;

  /**
   * Makes a runner for a batch.
   *
   * @param actor the instance that its calls are on; null if they are of static tasks
   */
  public BatchRunner(
      Batch batch,
      @Nullable Object actor,
      TaskCaller caller,
      EngineClock clock,
      AttemptGuard guard,
      BlobStore blobs) {
    this.actor = actor;
    this.batch = batch;
    Chain chain = batch.chain();
    this.stages = chain.stages().toArray(ChainStage[]::new);
    this.result = chain.result();
    this.start = batch.start();
    this.elements = batch.elements();
    this.caller = caller;
    this.clock = clock;
    this.guard = guard;
    this.call = new RunningCall(batch, blobs);
    this.row = new @Nullable Object[chain.width()];
    elements.begin(row);
    this.arguments = new @Nullable Object[stages.length][];
    for (int i = 0; i < stages.length; i++) {
      arguments[i] = stages[i] instanceof ChainStage.Call task ? task.arguments().begin(row) : NONE;
    }
  }

  /**
   * Carries out elements until none is left to claim or one stops the batch. Leaves no trace in the
   * thread.
   */
  public void run() {
    CurrentCall current = CurrentCall.ofThread();
    current.set(call);
    try {
      LoneCall lone = batch.chain().lone();
      if (lone != null) {
        loneCalls(lone);
      } else {
        int index = batch.claim();
        while (index >= 0 && element(index)) {
          index = batch.claim();
        }
      }
    } finally {
      current.clear();
      call.end();
    }
  }

  /**
   * What {@link #element} does, for each element, in a loop whose variables stay in registers: a
   * third of the time.
   */
  private void loneCalls(LoneCall lone) {
    TaskPlan task = lone.task();
    Inputs inputs = lone.arguments();
    int[] unboxed = lone.unboxed();
    int end = unboxed.length;
    int attempt = start.stage() == end ? start.attempt() : 1;
    @Nullable Object[] values = row;
    @Nullable Object[] read = inputs.begin(values);
    for (int index = batch.claim(); index >= 0; index = batch.claim()) {
      int at = 0;
      try {
        elements.load(index, values);
        for (; at < end; at++) {
          if (values[unboxed[at]] == null) {
            throw new NullPointerException("a value that is unboxed must not be null");
          }
        }
        call.begin(index, end, attempt);
        inputs.complete(values, read);
        Object value = call(task, read);
        at++;
        elements.store(index, value);
      } catch (Throwable thrown) {
        stage = at;
        if (!goesOn(index, thrown)) {
          return;
        }
      }
    }
  }

  private boolean element(int index) {
    deadlineAt = Long.MAX_VALUE;
    try {
      elements.load(index, row);
      for (int next = start.stage(); next < stages.length; next++) {
        stage = next;
        ChainStage at = stages[next];
        if (at instanceof ChainStage.Call task) {
          if (next > start.stage() && batch.unwanted()) {
            return false;
          }
          carryOut(index, task);
        } else if (at instanceof ChainStage.Evaluation evaluation) {
          evaluate(evaluation);
        }
      }
      stage = stages.length;
      elements.store(index, result.read(row));
      return true;
    } catch (Throwable thrown) {
      return goesOn(index, thrown);
    }
  }

  private boolean goesOn(int index, Throwable thrown) {
    return !batch.unwanted() && batch.listener().failed(batch, failure(index, thrown));
  }

  private void evaluate(ChainStage.Evaluation evaluation) throws Throwable {
    row[evaluation.output()] = evaluation.expression().evaluate(row);
  }

  private void carryOut(int index, ChainStage.Call task) throws Throwable {
    element = index;
    int attempt = stage == start.stage() ? start.attempt() : 1;
    call.begin(index, stage, attempt);
    @Nullable Object[] read = arguments[stage];
    task.arguments().complete(row, read);
    AttemptPolicy policy = task.task().policy();
    Object value = policy.timed() ? timed(task.task(), read, attempt) : call(task.task(), read);
    if (task.output() >= 0) {
      row[task.output()] = value;
    }
  }

  private @Nullable Object call(TaskPlan task, @Nullable Object[] read) throws Throwable {
    try {
      return caller.call(task, actor, read);
    } finally {
      Thread.interrupted(); // what the task or a cancellation left must not reach the next call
    }
  }

  private @Nullable Object timed(TaskPlan task, @Nullable Object[] read, int attempt)
      throws Throwable {
    AttemptPolicy policy = task.policy();
    long now = clock.nanos();
    deadlineAt = attempt == 1 ? policy.deadlineAt(now) : start.deadlineAtNanos();
    guard.begin(policy.attemptEnd(now, deadlineAt), overrun);
    Object value;
    try {
      value = call(task, read);
    } catch (Throwable thrown) {
      if (guard.end()) {
        throw timeout(task, policy, thrown);
      }
      throw thrown;
    }
    if (guard.end()) {
      throw timeout(task, policy, null);
    }
    return value;
  }

  private TaskTimeoutException timeout(
      TaskPlan task, AttemptPolicy policy, @Nullable Throwable thrown) {
    boolean deadline = clock.nanos() >= deadlineAt;
    String text =
        deadline
            ? "Task "
                + task.id()
                + " must end within its deadline of "
                + Duration.ofNanos(policy.deadlineNanos())
                + ", all attempts together; it took longer."
            : "Task "
                + task.id()
                + " must end within its timeout of "
                + Duration.ofNanos(policy.timeoutNanos())
                + "; the attempt took longer.";
    TaskTimeoutException timeout = new TaskTimeoutException(text);
    if (thrown != null) {
      timeout.addSuppressed(thrown);
    }
    return timeout;
  }

  /** Called by another thread, while this one is in the call and so changes nothing. */
  private ElementFailure overrun() {
    if (stages[stage] instanceof ChainStage.Call task) {
      return failure(element, timeout(task.task(), task.task().policy(), null));
    }
    throw new IllegalStateException("Only a call has a time by which it must end.");
  }

  private ElementFailure failure(int index, Throwable raised) {
    Throwable thrown = raised;
    if (stage < stages.length && stages[stage] instanceof ChainStage.Call task) {
      thrown = task.task().explain(raised);
      UserFrames.keep(thrown, task.task().handlerName());
    }
    boolean fatal = Construction.isFatal(thrown);
    return new ElementFailure(
        index,
        stage,
        row.clone(),
        thrown,
        fatal ? FailureKind.FATAL : FailureKind.USER,
        deadlineAt);
  }
}
