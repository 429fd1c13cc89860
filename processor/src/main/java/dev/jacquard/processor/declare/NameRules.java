package dev.jacquard.processor.declare;

import static dev.jacquard.processor.diagnostic.DeclarationProblem.BAD_NAME;
import static dev.jacquard.processor.diagnostic.DeclarationProblem.DUPLICATE_NAME;
import static dev.jacquard.processor.diagnostic.DeclarationProblem.OVERLOAD_WITHOUT_NAME;

import dev.jacquard.processor.diagnostic.Diagnostics;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Names of tasks and of workflows are well-formed and unique in their class. Letter case does not
 * tell them apart, since specs become files, and some file systems do not tell it apart either.
 */
final class NameRules {

  private static final Pattern NAME = Pattern.compile("\\p{L}[\\p{L}\\p{N}_-]*");

  private final Diagnostics<Place> diagnostics;

  NameRules(Diagnostics<Place> diagnostics) {
    this.diagnostics = diagnostics;
  }

  /** Checks the methods of one kind of one class. */
  void check(List<MarkedMethod> methods) {
    Map<String, MarkedMethod> known = new HashMap<>();
    for (MarkedMethod method : methods) {
      checkForm(method.mark());
      MarkedMethod earlier = known.putIfAbsent(method.specName().toLowerCase(Locale.ROOT), method);
      if (earlier != null) {
        reportClash(method, earlier);
      }
    }
  }

  /** Checks the name that an annotation gives. */
  void checkForm(Mark mark) {
    String name = mark.text("name");
    if (!name.isEmpty() && !NAME.matcher(name).matches()) {
      diagnostics.report(mark.place("name"), BAD_NAME, name);
    }
  }

  private void reportClash(MarkedMethod method, MarkedMethod earlier) {
    boolean named = method.mark().isWritten("name");
    String kind = method.kind().word();
    if (!named && !earlier.mark().isWritten("name") && method.name().equals(earlier.name())) {
      diagnostics.report(
          Place.of(method.method()),
          OVERLOAD_WITHOUT_NAME,
          kind,
          method.name(),
          method.kind().annotation().getSimpleName());
      return;
    }
    diagnostics.report(
        named ? method.mark().place("name") : Place.of(method.method()),
        DUPLICATE_NAME,
        kind,
        method.specName(),
        earlier.name());
  }
}
