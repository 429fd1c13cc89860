package dev.jacquard.examples;

import dev.jacquard.examples.language.Blobs;
import dev.jacquard.examples.language.BlobsWorkflows;
import dev.jacquard.examples.language.FilterAndFlatMap;
import dev.jacquard.examples.language.FilterAndFlatMapWorkflows;
import dev.jacquard.examples.language.MapOverLists;
import dev.jacquard.examples.language.MapOverListsWorkflows;
import dev.jacquard.examples.language.MapWithCaptures;
import dev.jacquard.examples.language.MapWithCapturesWorkflows;
import dev.jacquard.examples.language.NestedMaps;
import dev.jacquard.examples.language.NestedMapsWorkflows;
import dev.jacquard.examples.language.Ranges;
import dev.jacquard.examples.language.RangesWorkflows;
import java.util.List;
import java.util.stream.Stream;

/** The verbs over lists. */
final class MapExamples {

  private MapExamples() {}

  static Stream<Example> examples() {
    return Stream.of(
        Example.of(MapWithCaptures.class, "convert", MapExamples::convert),
        Example.of(MapOverLists.class, "invoice", MapExamples::invoice),
        Example.of(NestedMaps.class, "quotients", MapExamples::quotients),
        Example.of(FilterAndFlatMap.class, "words", MapExamples::words),
        Example.of(Ranges.class, "dice", MapExamples::dice),
        Example.of(Blobs.class, "wordCounts", MapExamples::wordCounts));
  }

  private static Trial convert(Inputs in) {
    List<Long> prices = in.listOf(in.orNull(() -> in.number() * (in.onceIn(9) ? 1L << 34 : 1)));
    String currency = in.oneOf("EUR", "CHF", "pounds");
    int atOnce = in.between(in.onceIn(9) ? 0 : 1, 4);
    return Trial.of(
        () -> MapWithCaptures.convert(prices, currency, atOnce),
        MapWithCapturesWorkflows.convert(prices, currency, atOnce));
  }

  private static Trial invoice(Inputs in) {
    List<String> articles = in.listOf(in.orNull(in::text));
    int others = articles.size() + (in.onceIn(9) ? 1 : 0);
    List<Integer> amounts = in.listOf(others, () -> in.between(in.onceIn(30) ? -1 : 0, 9));
    List<Integer> cents = in.listOf(others, in.orNull(() -> in.between(1, 999)));
    return Trial.of(
        () -> MapOverLists.invoice(articles, amounts, cents),
        MapOverListsWorkflows.invoice(articles, amounts, cents));
  }

  private static Trial quotients(Inputs in) {
    List<Integer> dividends = in.listOf(in.orNull(in::number));
    List<Integer> divisors = in.listOf(() -> in.between(in.onceIn(9) ? 0 : 1, 9));
    return Trial.of(
        () -> NestedMaps.quotients(dividends, divisors),
        NestedMapsWorkflows.quotients(dividends, divisors));
  }

  private static Trial words(Inputs in) {
    List<String> lines = in.listOf(in.orNull(in::text));
    String comment = in.oneOf("#", " ", "a");
    return Trial.of(
        () -> FilterAndFlatMap.words(lines, comment),
        FilterAndFlatMapWorkflows.words(lines, comment));
  }

  private static Trial dice(Inputs in) {
    int throwsOfDice = in.between(-1, 40);
    int seed = in.number();
    return Trial.of(
        () -> Ranges.dice(throwsOfDice, seed), RangesWorkflows.dice(throwsOfDice, seed));
  }

  private static Trial wordCounts(Inputs in) {
    List<List<String>> pages = in.listOf(in.orNull(() -> in.listOf(in::text)));
    return Trial.of(() -> Blobs.wordCounts(pages), BlobsWorkflows.wordCounts(pages));
  }
}
