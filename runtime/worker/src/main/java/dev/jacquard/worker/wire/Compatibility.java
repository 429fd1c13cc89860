package dev.jacquard.worker.wire;

import dev.jacquard.worker.v1.Hello;
import dev.jacquard.worker.v1.Surroundings;
import java.nio.charset.Charset;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What has to be alike at both ends, so that a workflow answers the same wherever a call runs. */
public final class Compatibility {

  /** The version of the protocol that this is. */
  public static final int PROTOCOL = 1;

  private Compatibility() {}

  /**
   * Returns what surrounds calls in this process.
   *
   * @param assertions whether those of user code are on
   * @param code the digest of the application's class path
   */
  public static Surroundings here(boolean assertions, String code) {
    return Surroundings.newBuilder()
        .setJavaRelease(Runtime.version().feature())
        .setLocale(Locale.getDefault().toLanguageTag())
        .setZone(ZoneId.systemDefault().getId())
        .setCharset(Charset.defaultCharset().name())
        .setAssertions(assertions)
        .setCode(code)
        .build();
  }

  /** Says why a worker must not serve an engine; empty if it may. */
  public static Optional<String> objection(Hello hello, Surroundings engine, boolean mixedJava) {
    if (hello.getProtocol() != PROTOCOL) {
      return Optional.of(
          "A worker must speak protocol %d; found %d. Start it from the engine's own version."
              .formatted(PROTOCOL, hello.getProtocol()));
    }
    if (hello.getSlots() < 1) {
      return Optional.of("A worker must have a slot or more; found none.");
    }
    List<String> differences = differences(engine, hello.getSurroundings(), mixedJava);
    return differences.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "A worker must answer as the engine would; found another "
                + String.join(", and another ", differences)
                + ". Start it with the same.");
  }

  private static List<String> differences(Surroundings a, Surroundings b, boolean mixedJava) {
    List<String> found = new ArrayList<>();
    if (!mixedJava) {
      compare("Java release", a.getJavaRelease(), b.getJavaRelease(), found);
    }
    compare("locale", a.getLocale(), b.getLocale(), found);
    compare("time zone", a.getZone(), b.getZone(), found);
    compare("charset", a.getCharset(), b.getCharset(), found);
    compare("state of assertions", a.getAssertions(), b.getAssertions(), found);
    compare("class path", a.getCode(), b.getCode(), found);
    return found;
  }

  private static void compare(String what, Object engine, Object worker, List<String> found) {
    if (!engine.equals(worker)) {
      found.add("%s (engine %s, worker %s)".formatted(what, engine, worker));
    }
  }
}
