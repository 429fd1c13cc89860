package dev.jacquard.processor.declare;

import static dev.jacquard.processor.diagnostic.CommonProblem.NOT_YET_SUPPORTED;
import static dev.jacquard.processor.diagnostic.DeclarationProblem.BAD_ENVIRONMENT;
import static dev.jacquard.processor.diagnostic.DeclarationProblem.BAD_QUANTITY;
import static dev.jacquard.processor.diagnostic.DeclarationProblem.BAD_SECRET;

import dev.jacquard.processor.diagnostic.Diagnostics;
import dev.jacquard.processor.diagnostic.Problem;
import dev.jacquard.processor.model.Interfaces.Placement;
import dev.jacquard.processor.model.Interfaces.Resources;
import dev.jacquard.processor.model.Interfaces.Secret;
import dev.jacquard.spi.QuantityText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
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
  private static final String LATER = "Leave it out until processes and clusters are supported.";

  private final Diagnostics<Place> diagnostics;
  private final boolean supported;

  private PlacementReader(Diagnostics<Place> diagnostics, boolean supported) {
    this.diagnostics = diagnostics;
    this.supported = supported;
  }

  static PlacementReader ofTasks(Diagnostics<Place> diagnostics) {
    return new PlacementReader(diagnostics, false);
  }

  static PlacementReader ofActors(Diagnostics<Place> diagnostics) {
    return new PlacementReader(diagnostics, true);
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
    String image = supportedLater(mark, "image");
    String profile = supportedLater(mark, "profile");
    return new Placement(resources, image, environment, secrets, profile);
  }

  private String supportedLater(Mark mark, String member) {
    String text = mark.text(member);
    if (!text.isEmpty()) {
      reportLater(mark, member, '"' + text + '"');
    }
    return text;
  }

  private void reportLater(Mark mark, String member, String found) {
    if (!supported) {
      diagnostics.report(mark.place(member), NOT_YET_SUPPORTED, member, found, LATER);
    }
  }

  private Resources resources(Mark mark) {
    if (!mark.hasNested("resources")) {
      return new Resources("", "", "", "", "", "");
    }
    Mark nested = mark.nested("resources");
    Quantities quantities = new Quantities(nested);
    Resources resources =
        new Resources(
            quantities.of("cpu", "\"125m\" or \"2\""),
            quantities.of("memory", "\"256Mi\" or \"1G\""),
            quantities.whole("gpu"),
            quantities.of("ephemeralStorage", "\"10Gi\""),
            quantities.of("cpuLimit", "\"500m\" or \"2\""),
            quantities.of("memoryLimit", "\"512Mi\" or \"1G\""));
    if (quantities.found && quantities.sound) {
      reportLater(mark, "resources", "@Resources");
    }
    return resources;
  }

  /** The members of a {@code @Resources}, and whether any is there and all are sound. */
  private final class Quantities {
    private final Mark mark;
    private boolean found;
    private boolean sound = true;

    private Quantities(Mark mark) {
      this.mark = mark;
    }

    String of(String member, String example) {
      String text = mark.text(member);
      if (!text.isEmpty()) {
        check(member, text, example);
      }
      return text;
    }

    String whole(String member) {
      String text = mark.text(member);
      if (!text.isEmpty() && !WHOLE.matcher(text).matches()) {
        refuse(member, text, "\"1\"");
        return text;
      }
      return of(member, "\"1\"");
    }

    private void check(String member, String text, String example) {
      found = true;
      try {
        if (QuantityText.parse(text).signum() == 0) {
          refuse(member, text, example);
        }
      } catch (IllegalArgumentException e) {
        refuse(member, text, example);
      }
    }

    private void refuse(String member, String text, String example) {
      sound = false;
      diagnostics.report(mark.place(member), BAD_QUANTITY, member, text, example);
    }
  }

  private Map<String, String> environment(Mark mark) {
    Map<String, String> environment = new TreeMap<>();
    boolean sound = true;
    for (AnnotationValue item : mark.items("environment")) {
      Matcher matcher = ENVIRONMENT.matcher(String.valueOf(item.getValue()));
      if (!matcher.matches()
          || environment.putIfAbsent(matcher.group(1), matcher.group(2)) != null) {
        sound = refuse(mark, item, BAD_ENVIRONMENT);
      }
    }
    if (sound && !environment.isEmpty()) {
      reportLater(mark, "environment", String.join(", ", environment.keySet()));
    }
    return Collections.unmodifiableMap(environment);
  }

  private List<Secret> secrets(Mark mark) {
    List<Secret> secrets = new ArrayList<>();
    Set<String> names = new LinkedHashSet<>();
    boolean sound = true;
    for (AnnotationValue item : mark.items("secrets")) {
      Matcher matcher = SECRET.matcher(String.valueOf(item.getValue()));
      if (!matcher.matches() || !names.add(matcher.group(1))) {
        sound = refuse(mark, item, BAD_SECRET);
        continue;
      }
      boolean named = matcher.group(2) != null;
      secrets.add(
          new Secret(
              matcher.group(1), named ? matcher.group(2) : "", named ? matcher.group(3) : ""));
    }
    if (sound && !secrets.isEmpty()) {
      reportLater(mark, "secrets", String.join(", ", names));
    }
    return List.copyOf(secrets);
  }

  private boolean refuse(Mark mark, AnnotationValue item, Problem problem) {
    diagnostics.report(mark.place(item), problem, item.getValue());
    return false;
  }
}
