package dev.jacquard.processor.analyze;

import dev.jacquard.processor.model.NodeKind.Collect;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import org.jspecify.annotations.Nullable;

/** The methods of {@code dev.jacquard.Workflows} that are more than functions. */
final class Verbs {

  private static final String OWNER = "dev.jacquard.Workflows";
  private static final Set<String> FUNCTIONS = Set.of("range", "successes", "sortedKeys");
  private static final Set<String> BODIES =
      Set.of(
          "dev.jacquard.Body",
          "dev.jacquard.Body2",
          "dev.jacquard.Body3",
          "dev.jacquard.Condition");

  private Verbs() {}

  static boolean isVerb(ExecutableElement method) {
    return isOfWorkflows(method) && !FUNCTIONS.contains(method.getSimpleName().toString());
  }

  static boolean isOption(ExecutableElement method, String name) {
    return isOfWorkflows(method) && method.getSimpleName().contentEquals(name);
  }

  private static boolean isOfWorkflows(ExecutableElement method) {
    return CallAnalyzer.owner(method).getQualifiedName().contentEquals(OWNER);
  }

  /** What a verb makes of its body's results; null where it is another kind of verb. */
  static @Nullable Collect collect(ExecutableElement method) {
    return switch (method.getSimpleName().toString()) {
      case "map" -> Collect.LIST;
      case "filter" -> Collect.FILTER;
      case "flatMap" -> Collect.FLAT;
      default -> null;
    };
  }

  /** Which argument is the body; the lists stand before it, the options behind it. */
  static int bodyIndex(ExecutableElement method, TreeTypes trees) {
    for (int i = 0; i < method.getParameters().size(); i++) {
      if (BODIES.contains(trees.nameOf(method.getParameters().get(i).asType()))) {
        return i;
      }
    }
    throw new InvalidJava();
  }
}
