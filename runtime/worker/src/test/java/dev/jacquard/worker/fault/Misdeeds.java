package dev.jacquard.worker.fault;

import static dev.jacquard.worker.fault.HostileClient.properHello;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jacquard.ExecutionFailedException;
import dev.jacquard.engine.ExecutionStatus;
import dev.jacquard.worker.fault.HostileWorkTest.Misdeed;
import dev.jacquard.worker.fault.HostileWorkTest.Scene;
import dev.jacquard.worker.v1.Draining;
import dev.jacquard.worker.v1.FromWorker;
import dev.jacquard.worker.v1.Goodbye;
import dev.jacquard.worker.v1.Results;
import dev.jacquard.worker.v1.Slot;
import dev.jacquard.worker.v1.ToWorker.KindCase;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a client does with work, and what has to come of it. */
final class Misdeeds {

  private static final String ORDER = "must follow the one before";

  private Misdeeds() {}

  static Map<String, Misdeed> all() {
    Map<String, Misdeed> all = new LinkedHashMap<>();
    all.put("second hello", Misdeeds::saysHelloAgain);
    all.put("results of another worker's work", Misdeeds::meddles);
    all.put("results ahead", scene -> outOfOrder(scene, 1, 2));
    all.put("results behind the end", scene -> outOfOrder(scene, 0, size(scene) + 1));
    all.put("negative count", Misdeeds::countsBelowNothing);
    all.put("next behind the end", Misdeeds::startsBehindTheEnd);
    all.put("next below nothing", Misdeeds::startsBelowNothing);
    all.put("replayed and overlapping results", Misdeeds::repeatsItself);
    all.put("word after the end", Misdeeds::speaksAfterTheEnd);
    all.put("failure out of order", Misdeeds::failsOutOfOrder);
    all.put("start out of order", Misdeeds::startsOutOfOrder);
    all.put("start without being asked to ask", Misdeeds::asksInVain);
    all.put("gives back unasked", Misdeeds::givesBackUnasked);
    all.put("gives back what has started", Misdeeds::givesBackWhatHasStarted);
    all.put("ends at once", Misdeeds::endsAtOnce);
    all.put("garbage for results", Misdeeds::sendsGarbage);
    all.put("fewer results than it says", Misdeeds::sendsFewer);
    all.put("drains and leaves with work", Misdeeds::leaves);
    all.put("never answers", Misdeeds::neverAnswers);
    all.put("never heartbeats", Misdeeds::neverBeats);
    all.put("results after the lease", Misdeeds::speaksAfterTheLease);
    all.put("two billion slots", Misdeeds::hogs);
    all.put("failure behind the end", Misdeeds::failsBehindTheEnd);
    all.put("start behind the end", Misdeeds::startsElementBehindTheEnd);
    all.put("failure at no stage", Misdeeds::failsNowhere);
    all.put("failure with garbage", Misdeeds::failsWithGarbage);
    all.put("ends what it has only claimed", Misdeeds::endsWhatItClaimed);
    all.put("gives back what was never its own", Misdeeds::givesBackTooMuch);
    all.put("gives back below nothing", Misdeeds::givesBackBelowNothing);
    all.put("gives back what is done", Misdeeds::givesBackWhatIsDone);
    all.put("results from below nothing", Misdeeds::reportsFromBelowNothing);
    all.put("count that overflows", Misdeeds::countOverflows);
    all.put("instance of another", Misdeeds::poses);
    return all;
  }

  private static int from(Scene scene) {
    return scene.work().getFrom();
  }

  private static int to(Scene scene) {
    return scene.work().getTo();
  }

  private static int size(Scene scene) {
    return to(scene) - from(scene);
  }

  private static void saysHelloAgain(Scene scene) throws Exception {
    scene.client().hello(properHello("hostile")).hello(properHello("other"));
    scene.endsRightWhenTheClientLeaves();
  }

  private static void meddles(Scene scene) throws Exception {
    for (long other = 0; other < scene.work().getAssignment() + 10; other++) {
      if (other != scene.work().getAssignment()) {
        Results.Builder held = scene.reports().wrong(0, Gate.PLACE + 1).setAssignment(other);
        Results.Builder own = scene.reports().wrong(from(scene), to(scene)).setAssignment(other);
        scene.client().say(Reports.say(held)).say(Reports.say(own));
      }
    }
    scene.endsRightWhenTheClientLeaves();
  }

  private static void outOfOrder(Scene scene, int from, int to) throws Exception {
    Results.Builder wrong = scene.reports().wrong(from(scene) + from, from(scene) + to);
    scene.client().say(Reports.say(wrong));
    scene.endsRightWithout(ORDER);
  }

  private static void countsBelowNothing(Scene scene) throws Exception {
    Results.Builder wrong = scene.reports().wrong(from(scene), to(scene)).setCount(-1);
    scene.client().say(Reports.say(wrong));
    scene.endsRightWithout(ORDER);
  }

  private static void startsBehindTheEnd(Scene scene) throws Exception {
    scene.client().say(Reports.say(scene.reports().nothing(to(scene) + 1)));
    scene.endsRightWithout(ORDER);
  }

  private static void startsBelowNothing(Scene scene) throws Exception {
    scene.client().say(Reports.say(scene.reports().nothing(-5)));
    scene.endsRightWhenTheClientLeaves();
  }

  private static void repeatsItself(Scene scene) throws Exception {
    int half = from(scene) + size(scene) / 2;
    FromWorker.Builder first = Reports.say(scene.reports().right(from(scene), half));
    scene.client().say(first).say(first);
    scene.client().say(Reports.say(scene.reports().wrong(from(scene), half)));
    int back = Math.max(from(scene), half - 3);
    FromWorker.Builder rest = Reports.ended(scene.reports().right(back, to(scene)));
    scene.client().say(rest).say(rest);
    scene.endsRightWhenTheClientLeaves();
  }

  private static void speaksAfterTheEnd(Scene scene) throws Exception {
    scene.client().say(Reports.ended(scene.reports().right(from(scene), to(scene))));
    scene.client().say(Reports.ended(scene.reports().wrong(from(scene), to(scene))));
    scene.client().say(Reports.say(scene.reports().failed()));
    scene.endsRightWhenTheClientLeaves();
  }

  private static void failsOutOfOrder(Scene scene) throws Exception {
    scene.client().say(Reports.say(scene.reports().failed().setElement(from(scene) + 1)));
    scene.endsRightWithout("must be reported in order");
  }

  private static void startsOutOfOrder(Scene scene) throws Exception {
    Results.Builder nothing = scene.reports().nothing(from(scene));
    scene.client().say(Reports.starting(nothing, from(scene) + 1));
    scene.endsRightWithout("must be reported in order");
  }

  private static void asksInVain(Scene scene) throws Exception {
    Results.Builder nothing = scene.reports().nothing(from(scene));
    scene.client().say(Reports.starting(nothing, from(scene)));
    scene.client().await(KindCase.PROCEED);
    scene.endsRightWhenTheClientLeaves();
  }

  private static void givesBackUnasked(Scene scene) throws Exception {
    scene.client().say(scene.reports().takenBack(from(scene), to(scene), from(scene)));
    scene.endsRightWhenTheClientLeaves();
  }

  private static void givesBackWhatHasStarted(Scene scene) throws Exception {
    scene.client().say(scene.reports().takenBack(from(scene), to(scene), from(scene) + 1));
    scene.endsRightWithout("must not be given back");
  }

  private static void endsAtOnce(Scene scene) throws Exception {
    scene.client().say(Reports.ended(scene.reports().nothing(from(scene))));
    scene.client().work();
    scene.endsRightWhenTheClientLeaves();
  }

  private static void sendsGarbage(Scene scene) {
    Results.Builder wrong = scene.reports().wrong(from(scene), to(scene));
    scene.client().say(Reports.say(wrong.setValues(Reports.garbage())));
    failsClearly(scene);
  }

  private static void sendsFewer(Scene scene) {
    Results.Builder wrong = scene.reports().wrong(from(scene), to(scene));
    scene.client().say(Reports.say(wrong.setValues(scene.reports().wrong(0, 0).getValues())));
    failsClearly(scene);
  }

  private static void failsClearly(Scene scene) {
    scene.gate().open();
    assertThatThrownBy(() -> scene.map().await(Duration.ofSeconds(10)))
        .isInstanceOfSatisfying(
            ExecutionFailedException.class,
            failed -> {
              assertThat(failed).hasMessageContaining("The result must survive encoding");
              assertThat(failed.location().elements()).containsExactly(from(scene));
            });
  }

  private static void leaves(Scene scene) throws Exception {
    scene.client().say(FromWorker.newBuilder().setDraining(Draining.getDefaultInstance()));
    scene.endsRightWhenTheClientLeaves();
  }

  private static void leave(HostileClient client) {
    client.say(FromWorker.newBuilder().setGoodbye(Goodbye.getDefaultInstance()));
  }

  private static void neverAnswers(Scene scene) throws Exception {
    scene.gate().open();
    long end = System.nanoTime() + 2 * scene.gateway().lease().toNanos();
    for (long number = 1; System.nanoTime() < end; number++) {
      scene.client().beat(number);
      Thread.sleep(scene.gateway().lease().toMillis() / 8);
    }
    // It is the worker's word that it is at it: nobody else can know better.
    assertThat(scene.map().status()).isEqualTo(ExecutionStatus.RUNNING);
    scene.client().close();
    scene.endsRight();
  }

  private static void neverBeats(Scene scene) throws Exception {
    scene.endsRightWithout("longer than its lease");
  }

  private static void speaksAfterTheLease(Scene scene) throws Exception {
    scene.client().await(KindCase.REFUSAL);
    Results.Builder wrong = scene.reports().wrong(from(scene), to(scene));
    try {
      scene.client().say(Reports.say(wrong)).say(Reports.ended(wrong));
    } catch (IllegalStateException e) {
      // the stream has ended
    }
    try (HostileClient again = HostileClient.connect(scene.gateway().port())) {
      again.hello(properHello("hostile")).say(Reports.say(wrong)).say(Reports.ended(wrong));
      again.await(KindCase.WELCOME);
      leave(again);
      scene.endsRight();
    }
  }

  private static void hogs(Scene scene) throws Exception {
    try (HostileClient hog = HostileClient.connect(scene.gateway().port())) {
      hog.hello(properHello("hog").setSlots(Integer.MAX_VALUE));
      hog.await(KindCase.WELCOME);
      leave(scene.client());
      hog.work();
      leave(hog);
      scene.endsRight();
    }
  }

  private static void failsNowhere(Scene scene) throws Exception {
    scene.client().say(Reports.say(scene.reports().failed().setStage(99)));
    scene.endsRightWhenTheClientLeaves();
  }

  private static void failsWithGarbage(Scene scene) throws Exception {
    Slot garbage = Slot.newBuilder().setSlot(0).setValue(Reports.garbage()).build();
    scene.client().say(Reports.say(scene.reports().failed().addMade(garbage)));
    scene.endsRightWhenTheClientLeaves();
  }

  private static void failsBehindTheEnd(Scene scene) throws Exception {
    Results.Builder all = scene.reports().right(from(scene), to(scene));
    scene.client().say(Reports.say(scene.reports().failed().setResults(all).setElement(to(scene))));
    scene.endsRightWhenTheClientLeaves();
  }

  private static void endsWhatItClaimed(Scene scene) throws Exception {
    scene.client().say(Reports.ended(scene.reports().nothing(to(scene))));
    scene.endsRightWhenTheClientLeaves();
  }

  private static void startsElementBehindTheEnd(Scene scene) throws Exception {
    Results.Builder all = scene.reports().right(from(scene), to(scene));
    scene.client().say(Reports.starting(all, to(scene)));
    scene.endsRightWhenTheClientLeaves();
  }

  private static void givesBackTooMuch(Scene scene) throws Exception {
    answersTakeBack(scene, from(scene), 5_000);
  }

  private static void givesBackBelowNothing(Scene scene) throws Exception {
    answersTakeBack(scene, -5, to(scene));
  }

  private static void givesBackWhatIsDone(Scene scene) throws Exception {
    int half = from(scene) + size(scene) / 2;
    scene.client().say(Reports.say(scene.reports().right(from(scene), half)));
    answersTakeBack(scene, from(scene), to(scene));
  }

  private static void answersTakeBack(Scene scene, int from, int to) throws Exception {
    scene.gate().open();
    scene.client().await(KindCase.TAKE_BACK);
    scene.client().say(scene.reports().takenBack(from, to, from));
    scene.endsRightWhenTheClientLeaves();
  }

  private static void reportsFromBelowNothing(Scene scene) throws Exception {
    scene.client().say(Reports.say(scene.reports().wrong(-3, to(scene))));
    scene.endsRightWithout(ORDER);
  }

  private static void countOverflows(Scene scene) throws Exception {
    Results.Builder wrong = scene.reports().wrong(from(scene), to(scene));
    scene.client().say(Reports.say(wrong.setCount(Integer.MAX_VALUE)));
    scene.endsRightWithout(ORDER);
  }

  private static void poses(Scene scene) throws Exception {
    try (HostileClient poser = HostileClient.connect(scene.gateway().port())) {
      poser.hello(properHello("honest"));
      poser.await(KindCase.WELCOME);
    }
    scene.endsRightWhenTheClientLeaves();
  }
}
