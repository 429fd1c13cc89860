package dev.jacquard.examples;

import dev.jacquard.examples.language.ActorResources;
import dev.jacquard.examples.language.ActorResourcesWorkflows;
import dev.jacquard.examples.language.WarmActors;
import dev.jacquard.examples.language.WarmActorsWorkflows;
import java.util.List;
import java.util.stream.Stream;

/** Actors. */
final class ActorExamples {

  private ActorExamples() {}

  static Stream<Example> examples() {
    return Stream.of(
        Example.of(AnomalyDetection.class, "detectWarm", ActorExamples::detectWarm),
        Example.of(WarmActors.class, "weigh", ActorExamples::weigh),
        Example.of(ActorResources.class, "change", ActorExamples::change));
  }

  private static Trial detectWarm(Inputs in) {
    List<Integer> points = in.listOf(in.orNull(in::number));
    String model = in.onceIn(9) ? in.text() : "above-" + in.between(0, 40);
    return Trial.of(
        () -> AnomalyDetection.detectWarm(points, model),
        AnomalyDetectionWorkflows.detectWarm(points, model));
  }

  private static Trial weigh(Inputs in) {
    List<String> words = in.listOf(in.orNull(in::text));
    String title = in.text();
    int weight = in.between(in.onceIn(9) ? -1 : 0, 5);
    return Trial.of(
        () -> WarmActors.weigh(words, title, weight),
        WarmActorsWorkflows.weigh(words, title, weight));
  }

  private static Trial change(Inputs in) {
    List<Integer> cents = in.listOf(in.orNull(in::number));
    int rate = in.between(in.onceIn(5) ? 0 : 1, 9);
    boolean back = in.flag();
    return Trial.of(
        () -> ActorResources.change(cents, rate, back),
        ActorResourcesWorkflows.change(cents, rate, back));
  }
}
