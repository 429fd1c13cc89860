package dev.jacquard.processor.declare;

import static dev.jacquard.processor.diagnostic.DeclarationProblem.BAD_ENVIRONMENT;
import static dev.jacquard.processor.diagnostic.DeclarationProblem.BAD_QUANTITY;
import static dev.jacquard.processor.diagnostic.DeclarationProblem.BAD_SECRET;

import dev.jacquard.processor.diagnostic.Diagnostics;
import dev.jacquard.processor.model.Interfaces.Placement;
import dev.jacquard.processor.model.Interfaces.Resources;
import dev.jacquard.processor.model.Interfaces.Secret;
import dev.jacquard.spi.QuantityText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.lang.model.element.AnnotationValue;

/** Reads where and with what something runs. */
final class PlacementReader {

  private static final Pattern ENVIRONMENT =
      Pattern.compile("([A-Za-z_][A-Za-z0-9_]*)=(.*)", Pattern.DOTALL);
  private static final Pattern SECRET =
      Pattern.compile("([A-Za-z_][A-Za-z0-9_]*)(?:=([A-Za-z0-9._-]+)/([A-Za-z0-9._-]+))?");
  private static final Pattern WHOLE = Pattern.compile("[0-9]+");

  private final Diagnostics<Place> diagnostics;

  PlacementReader(Diagnostics<Place> diagnostics) {
    this.diagnostics = diagnostics;
  }

  /** Nothing said. */
  static Placement none() {
    return new Placement(
        new Resources("", "", "", "", "", ""), "", Collections.emptyMap(), List.of(), "");
  }

  Placement read(Mark mark) {
    Resources resources = resources(mark);
    Map<String, String> environment = environment(mark);
    List<Secret> secrets = secrets(mark);
    return new Placement(resources, mark.text("image"), environment, secrets, mark.text("profile"));
  }

  private Resources resources(Mark mark) {
    if (!mark.hasNested("resources")) {
      return new Resources("", "", "", "", "", "");
    }
    Mark nested = mark.nested("resources");
    return new Resources(
        quantity(nested, "cpu", "\"125m\" or \"2\""),
        quantity(nested, "memory", "\"256Mi\" or \"1G\""),
        whole(nested, "gpu"),
        quantity(nested, "ephemeralStorage", "\"10Gi\""),
        quantity(nested, "cpuLimit", "\"500m\" or \"2\""),
        quantity(nested, "memoryLimit", "\"512Mi\" or \"1G\""));
  }

  private String quantity(Mark mark, String member, String example) {
    String text = mark.text(member);
    if (!text.isEmpty() && !isQuantity(text)) {
      diagnostics.report(mark.place(member), BAD_QUANTITY, member, text, example);
    }
    return text;
  }

  private static boolean isQuantity(String text) {
    try {
      return QuantityText.parse(text).signum() != 0;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private String whole(Mark mark, String member) {
    String text = mark.text(member);
    if (!text.isEmpty() && !WHOLE.matcher(text).matches()) {
      diagnostics.report(mark.place(member), BAD_QUANTITY, member, text, "\"1\"");
      return text;
    }
    return quantity(mark, member, "\"1\"");
  }

  private Map<String, String> environment(Mark mark) {
    Map<String, String> environment = new TreeMap<>();
    for (AnnotationValue item : mark.items("environment")) {
      Matcher matcher = ENVIRONMENT.matcher(String.valueOf(item.getValue()));
      if (!matcher.matches()
          || environment.putIfAbsent(matcher.group(1), matcher.group(2)) != null) {
        diagnostics.report(mark.place(item), BAD_ENVIRONMENT, item.getValue());
      }
    }
    return Collections.unmodifiableMap(environment);
  }

  private List<Secret> secrets(Mark mark) {
    List<Secret> secrets = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (AnnotationValue item : mark.items("secrets")) {
      Matcher matcher = SECRET.matcher(String.valueOf(item.getValue()));
      if (!matcher.matches() || !names.add(matcher.group(1))) {
        diagnostics.report(mark.place(item), BAD_SECRET, item.getValue());
        continue;
      }
      boolean named = matcher.group(2) != null;
      secrets.add(
          new Secret(
              matcher.group(1), named ? matcher.group(2) : "", named ? matcher.group(3) : ""));
    }
    return List.copyOf(secrets);
  }
}
