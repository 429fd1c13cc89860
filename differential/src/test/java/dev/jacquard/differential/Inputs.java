package dev.jacquard.differential;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Draws arguments for the parameters of generated programs, with the values that break things among
 * them.
 */
final class Inputs {

  private Inputs() {}

  static List<Object> draw(List<Type> parameters, long seed) {
    Random random = new Random(seed);
    List<Object> arguments = new ArrayList<>();
    parameters.forEach(parameter -> arguments.add(draw(parameter, random)));
    return arguments;
  }

  private static Object draw(Type parameter, Random random) {
    List<?> candidates =
        switch (parameter) {
          case INT -> List.of(0, 1, 7, 13, -4, Integer.MIN_VALUE, Integer.MAX_VALUE, 58);
          case LONG -> List.of(0L, 3L, -1L, Long.MIN_VALUE, 1L << 40);
          case STRING -> Arrays.asList("", "abc", null, "\uD83D", "Ünï \uD83D\uDE00");
          case INTS ->
              List.of(
                  List.of(),
                  List.of(1),
                  List.of(1, 2, 3, 4),
                  Arrays.asList(7, null, 10),
                  List.of(13, 6, 9));
          case BOOLEAN -> List.of(true, false);
          case BOXED -> Arrays.asList(5, null, 1000);
          case DOUBLE -> List.of(0.0, -0.0, Double.NaN, 1e18, Double.NEGATIVE_INFINITY, 2.5);
          case STRINGS -> List.of(List.of("a", "b"), List.of(), Arrays.asList("x", null));
          default -> throw new IllegalArgumentException("no inputs of type " + parameter);
        };
    return candidates.get(random.nextInt(candidates.size()));
  }
}
