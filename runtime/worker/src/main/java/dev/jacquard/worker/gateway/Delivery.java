package dev.jacquard.worker.gateway;

import dev.jacquard.engine.backend.Batch;
import org.jspecify.annotations.Nullable;

/** A batch from its submission to its end: how far it has come, and who has it. */
final class Delivery {

  private final Batch batch;
  private final @Nullable Home home;
  private final WorkerPool pool;
  private int next;
  private int suspectsEnd;
  private int deaths;
  private int unansweredTakeBacks;
  private boolean stopped;
  private long nanos;
  private int seenElement = -1;
  private String seenFrame = "";
  private String lastWords = "";
  private @Nullable Assignment assignment;

  Delivery(Batch batch, @Nullable Home home, WorkerPool pool) {
    this.batch = batch;
    this.home = home;
    this.pool = pool;
    this.next = batch.first();
  }

  Batch batch() {
    return batch;
  }

  /** Where the replica lives that its calls are on; null if they are of static tasks. */
  @Nullable Home home() {
    return home;
  }

  /** Which workers may carry it out. */
  WorkerPool pool() {
    return pool;
  }

  /** The first element of which nothing was reported. */
  int next() {
    return next;
  }

  /** The element before this one was reported. */
  void reportedTo(int element) {
    if (element > next) {
      next = element;
      deaths = 0;
    }
    batch.advanceTo(element);
  }

  /** Where the elements end that may have taken a worker down. */
  int suspectsEnd() {
    return suspectsEnd;
  }

  boolean suspected() {
    return next < suspectsEnd;
  }

  void suspectTo(int end) {
    suspectsEnd = end;
  }

  /** The next element has taken a worker down, alone; returns how many by now. */
  int died() {
    return ++deaths;
  }

  /** Whether nothing of it is wanted any more. */
  boolean over() {
    return stopped || next >= batch.limit();
  }

  void stop() {
    stopped = true;
  }

  boolean stopped() {
    return stopped;
  }

  /** A call runs for long; that is where its thread was. */
  void seenAt(int element, String frame) {
    seenElement = element;
    seenFrame = frame;
  }

  /** Where the next element was seen last, as a sentence; empty if it was not. */
  String lastSeen() {
    return seenElement == next && !seenFrame.isEmpty()
        ? " It was last seen at " + seenFrame + "."
        : "";
  }

  /** Its worker's process has ended, and printed that last, or somebody says that of it. */
  void lostWith(String words) {
    lastWords = words;
  }

  /** What is known of the end of its last worker, as a sentence; empty if nothing is. */
  String lastWords() {
    return lastWords.isBlank() ? "" : " The last of them: " + lastWords;
  }

  void takeBackAsked() {
    unansweredTakeBacks++;
  }

  /** Takes one question off; returns whether there was one. */
  boolean answerTakeBack() {
    if (unansweredTakeBacks == 0) {
      return false;
    }
    unansweredTakeBacks--;
    return true;
  }

  void took(long time) {
    nanos = time;
  }

  long nanos() {
    return nanos;
  }

  @Nullable Assignment assignment() {
    return assignment;
  }

  void assignTo(@Nullable Assignment to) {
    assignment = to;
  }
}
