package dev.jacquard.kubernetes.pool;

import dev.jacquard.kubernetes.failure.PodTrouble;
import dev.jacquard.kubernetes.pool.PodEvent.PodId;
import dev.jacquard.kubernetes.pool.Slot.State;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The pods of one pool. Not thread-safe: one event after another.
 *
 * <p>A Job is asked for more pods than it has had whenever fewer work than are of use, whatever has
 * become of the others: so the Job controller, which would let more and more time pass, restarts
 * none. When all pods of a Job have ended it is at its end, and the next one takes over.
 *
 * <p>What an earlier engine has left is taken over when the pool is asked for, if its pods are as
 * they would be made now; the others go, and so do all of a pool that nobody asks for in time.
 */
public final class PodPool {

  private static final long FIRST_PAUSE_NANOS = 500_000_000L;
  private static final int LONGEST_PAUSE_DOUBLINGS = 6;

  /** Who asks sooner after a failure hears of it again. */
  private static final long AGAIN_NANOS = 10_000_000_000L;

  private final PodEffects effects;
  private final Judge judge;
  private final Inheritance inheritance;
  private final List<PoolJob> jobs = new ArrayList<>();
  private final Map<String, Slot> byPod = new HashMap<>();
  // Heard of at the gateway before at the API server.
  private final Set<String> servedUnseen = new HashSet<>();
  private final Set<String> leftUnseen = new HashSet<>();
  private int needed;
  private int vain;
  private long pausedUntil;
  private boolean givenUp;
  private long givenUpAt;
  private String reason = "";
  private boolean claimed;
  private boolean ticks;
  private long since;

  /** Makes a pool without pods. */
  public PodPool(PodEffects effects, Patience patience, Inheritance inheritance) {
    this.effects = effects;
    this.judge = new Judge(patience);
    this.inheritance = inheritance;
  }

  /** Handles an event that was seen at a time. */
  public void handle(PodEvent event, long now) {
    if (isWell()) {
      judge.well(now);
    }
    if (event instanceof PodEvent.Claimed claim) {
      claim(claim.template(), now);
    } else if (event instanceof PodEvent.JobSeen job) {
      found(job, now);
    } else if (event instanceof PodEvent.Needed need) {
      need(need.workers(), now);
    } else if (event instanceof PodEvent.Serving serving) {
      serving(serving.pod());
    } else if (event instanceof PodEvent.Leaving leaving) {
      leaving(leaving.pod());
    } else if (event instanceof PodEvent.Seen seen) {
      seen(seen, now);
    } else if (event instanceof PodEvent.Ending ending) {
      slot(ending.id(), ending.pod()).ending();
    } else if (event instanceof PodEvent.Ended ended) {
      ended(ended, now);
    } else if (event instanceof PodEvent.JobOver job) {
      job(job.job()).over();
    } else if (event instanceof PodEvent.Refused refused) {
      refused(refused, now);
    } else if (event instanceof PodEvent.Impossible impossible) {
      giveUp(impossible.reason(), now);
    } else if (event instanceof PodEvent.Tick) {
      since = ticks ? since : now; // what was heard before was heard while the engine started
      ticks = true;
      doWithout(now);
      if (givenUp && needed > 0 && isWell() && now - givenUpAt >= AGAIN_NANOS) {
        tryAgain(); // those that serve do what there is to do; more may be had by now
      }
    }
    judge(now);
    ask(now);
  }

  /** What was given up is tried again when somebody asks anew: it may have been repaired. */
  private void need(int workers, long now) {
    if (givenUp && needed == 0 && workers > 0) {
      if (now - givenUpAt < AGAIN_NANOS) {
        effects.hopeless(reason);
      } else {
        // What has waited long waits longer and longer between its attempts; new pods do not.
        jobs.stream().filter(PoolJob::isStuck).forEach(this::letGo);
        tryAgain();
      }
    }
    needed = workers;
  }

  /** What was refused is asked for once more. */
  private void tryAgain() {
    givenUp = false;
    jobs.stream().filter(PoolJob::takesMore).forEach(job -> effects.ask(job.number(), job.size()));
  }

  /** Whoever tells of a Job has had an answer, whatever was in the way of asking for its pods. */
  private void found(PodEvent.JobSeen seen, long now) {
    PoolJob job = job(seen.job());
    job.found(seen.pods(), seen.ended(), seen.template());
    job.slots()
        .filter(slot -> slot.trouble() instanceof PodTrouble.NoAnswer)
        .forEach(slot -> slot.troubled(null, now));
  }

  private void claim(String template, long now) {
    claimed = true;
    ticks = true;
    since = now;
    for (PoolJob job : jobs) {
      if (job.fits(template)) {
        job.takeOver();
      } else if (!job.ours()) {
        letGo(job);
      }
    }
  }

  private void letGo(PoolJob job) {
    if (job.letGo()) {
      effects.letGo(job.number());
    }
  }

  /** What nobody asks for goes; what does not come back is replaced. */
  private void doWithout(long now) {
    if (!claimed && now - since >= inheritance.unclaimed().toNanos()) {
      jobs.stream().filter(job -> !job.ours()).forEach(this::letGo);
    } else if (claimed && now - since >= inheritance.returning().toNanos()) {
      slots()
          .filter(slot -> slot.inherited() && slot.state() == State.RUNNING)
          .forEach(Slot::leaving);
    }
  }

  private void refused(PodEvent.Refused refused, long now) {
    if (refused.job() <= jobs.size()) { // else it is of an earlier run of the same name
      job(refused.job())
          .slots()
          .filter(slot -> slot.state() == State.ASKED)
          .forEach(slot -> slot.troubled(refused.trouble(), now));
    }
  }

  private void serving(String pod) {
    vain = 0;
    pausedUntil = 0;
    if (givenUp && needed > 0) {
      tryAgain();
    }
    leftUnseen.remove(pod);
    Slot slot = byPod.get(pod);
    if (slot == null) {
      servedUnseen.add(pod);
    } else {
      slot.serving();
    }
  }

  private void leaving(String pod) {
    Slot slot = byPod.get(pod);
    if (slot == null) {
      leftUnseen.add(pod);
    } else {
      slot.leaving();
    }
  }

  private void seen(PodEvent.Seen seen, long now) {
    slot(seen.id(), seen.pod()).seen(seen.pod(), seen.running(), seen.trouble(), now);
  }

  private void ended(PodEvent.Ended ended, long now) {
    Slot slot = slot(ended.id(), ended.pod());
    if (slot.state() == State.ENDED) {
      return;
    }
    byPod.remove(ended.pod());
    job(ended.id().job()).ended(ended.id().index());
    if (!slot.served() && (slot.inherited() || !claimed)) {
      return; // its end says nothing of those that are made now
    }
    if (!slot.served()) {
      int doublings = Math.min(vain++, LONGEST_PAUSE_DOUBLINGS);
      pausedUntil = now + (FIRST_PAUSE_NANOS << doublings);
    }
    if (ended.end().blameless()) {
      effects.removed(ended.pod());
    } else {
      effects.exited(ended.pod(), ended.end().words());
    }
  }

  /** Returns the slot of a pod; one that the Job controller has made anew is the same slot's. */
  private Slot slot(PodId id, String pod) {
    Slot slot = job(id.job()).slot(id.index());
    if (slot.state() != State.ENDED) {
      byPod.put(pod, slot);
    }
    if (servedUnseen.remove(pod)) {
      slot.serving();
    }
    if (leftUnseen.remove(pod)) {
      slot.leaving();
    }
    return slot;
  }

  private PoolJob job(int number) {
    while (jobs.size() < number) {
      PoolJob strange = nextJob();
      if (claimed) {
        strange.letGo(); // not asked for here, and too late to be taken over
      }
    }
    return jobs.get(number - 1);
  }

  private PoolJob nextJob() {
    PoolJob next = new PoolJob(jobs.size() + 1);
    jobs.add(next);
    return next;
  }

  /** Gives up when nobody has served for too long, for what stands in the way. */
  private void judge(long now) {
    if (givenUp || isWell()) {
      return;
    }
    judge.verdict(slots().filter(Slot::live).toList(), now).ifPresent(words -> giveUp(words, now));
  }

  private boolean isWell() {
    return needed == 0 || slots().anyMatch(slot -> slot.state() == State.SERVING);
  }

  private void giveUp(String words, long now) {
    givenUp = true;
    givenUpAt = now;
    reason = words;
    effects.hopeless(words);
  }

  private void ask(long now) {
    int missing = needed - (int) slots().filter(Slot::live).count();
    while (!givenUp && missing > 0 && now - pausedUntil >= 0) {
      PoolJob last = jobs.isEmpty() ? null : jobs.get(jobs.size() - 1);
      PoolJob taker = last != null && last.takesMore() ? last : nextJob();
      int more = Math.min(missing, taker.room());
      taker.ask(more);
      effects.ask(taker.number(), taker.size());
      missing -= more;
    }
  }

  private Stream<Slot> slots() {
    return jobs.stream().flatMap(PoolJob::slots);
  }

  /** How it stands. */
  public PoolPods pods(String name) {
    int waiting = count(State.ASKED) + count(State.STARTING);
    String reason =
        slots()
            .filter(Slot::live)
            .map(Slot::trouble)
            .filter(trouble -> trouble != null)
            .map(PodTrouble::brief)
            .findFirst()
            .orElse("");
    return new PoolPods(
        name, waiting, count(State.RUNNING), count(State.SERVING), count(State.LEAVING), reason);
  }

  private int count(State state) {
    return (int) slots().filter(slot -> slot.state() == state).count();
  }
}
