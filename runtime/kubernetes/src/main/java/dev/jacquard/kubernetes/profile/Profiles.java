package dev.jacquard.kubernetes.profile;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.jacquard.engine.code.NearestName;
import dev.jacquard.worker.gateway.WorkerPool;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;

/**
 * The profiles of an environment. Applied to a pool, they give the template of its pods the shape
 * that its profile says; a pool whose calls name none has the profile {@code default}, if there is
 * one. An engine has the profile {@code engine}. Immutable.
 */
public final class Profiles implements BiFunction<WorkerPool, PodTemplateSpec, PodTemplateSpec> {

  /** An environment without a file. */
  public static final Profiles NONE = new Profiles("", "", Map.of());

  /** The variable that says where the file is. */
  public static final String VARIABLE = "JACQUARD_PROFILES";

  private static final String DEFAULT = "default";
  private static final String ENGINE = "engine";

  private final String file;
  private final String text;
  private final Map<String, Profile> byName;

  private Profiles(String file, String text, Map<String, Profile> byName) {
    this.file = file;
    this.text = text;
    this.byName = new TreeMap<>(byName);
  }

  /**
   * Reads a file.
   *
   * @throws ProfileException with all mistakes that are in it
   */
  public static Profiles read(Path file) {
    try {
      return parse(file.toString(), Files.readString(file, UTF_8));
    } catch (IOException e) {
      throw new ProfileException("A file of profiles must be readable; found " + e + ".", e);
    }
  }

  /**
   * Reads the user's file: the one that {@value #VARIABLE} names; else {@code
   * jacquard/profiles.yaml} in {@code $XDG_CONFIG_HOME} or {@code ~/.config}, if it is there.
   *
   * @throws ProfileException with all mistakes that are in it
   */
  public static Profiles ofUser(Map<String, String> environment, Path home) {
    String told = environment.getOrDefault(VARIABLE, "");
    if (!told.isBlank()) {
      return read(Path.of(told));
    }
    Path configuration = Path.of(environment.getOrDefault("XDG_CONFIG_HOME", ""));
    // As the XDG specification has it, a relative path is none.
    Path base = configuration.isAbsolute() ? configuration : home.resolve(".config");
    Path file = base.resolve("jacquard").resolve("profiles.yaml");
    return Files.exists(file) ? read(file) : NONE;
  }

  /**
   * Reads text.
   *
   * @param name of the file, for messages
   */
  public static Profiles parse(String name, String text) {
    YamlFile yaml = new YamlFile(name, text);
    Map<String, Profile> profiles = yaml.readMap(Profile.class);
    profiles.forEach((profile, value) -> ProfileCheck.check(yaml, profile, value));
    if (!yaml.mistakes().isEmpty()) {
      throw ProfileException.of(yaml.mistakes());
    }
    return new Profiles(name, text, profiles);
  }

  /** Returns the text that they were read from; empty if there is none. */
  public String text() {
    return text;
  }

  /** Returns a profile by its name. */
  public Profile get(String name) {
    Profile found = byName.get(name);
    if (found != null) {
      return found;
    }
    if (this.equals(NONE)) {
      throw new ProfileException(
          "The profile %s must be in a file of profiles; found no such file. Name one with --profiles."
              .formatted(name));
    }
    throw new ProfileException(
        "The profile %s must be in %s; found %s.%s"
            .formatted(
                name,
                file,
                String.join(", ", byName.keySet()),
                NearestName.of(name, byName.keySet())
                    .map(near -> " Did you mean " + near + "?")
                    .orElse("")));
  }

  /**
   * Checks that profiles are there, and that they leave to Jacquard what is its own.
   *
   * @param names those that annotations name; an empty one is none
   * @param pod what Jacquard would make without a profile
   * @throws ProfileException with all that is wrong
   */
  public void check(Collection<String> names, PodTemplateSpec pod) {
    names.stream().filter(name -> !name.isEmpty()).forEach(this::get);
    List<String> mistakes = new ArrayList<>();
    byName.forEach(
        (name, profile) -> {
          if (!name.equals(ENGINE) || names.contains(ENGINE)) {
            mistakes.addAll(conflicts(name, profile, pod, true));
          }
        });
    if (!mistakes.isEmpty()) {
      throw ProfileException.of(mistakes);
    }
  }

  private List<String> conflicts(
      String name, Profile profile, PodTemplateSpec pod, boolean ofWorker) {
    return Conflicts.of(profile, pod, ofWorker).stream()
        .map(conflict -> "%s: profile %s: %s".formatted(file, name, conflict))
        .toList();
  }

  /**
   * Gives an engine's pod the shape that the profile {@code engine} says. Without one it has of
   * {@code default} what it has to have, too: with what its image is fetched.
   *
   * @throws ProfileException if the profile does not leave to Jacquard what is its own
   */
  public PodTemplateSpec shapeEngine(PodTemplateSpec pod) {
    Profile engine = byName.get(ENGINE);
    if (engine == null) {
      Profile usual = byName.get(DEFAULT);
      return usual == null ? pod : ProfiledPod.of(usual.forFetching(), pod);
    }
    List<String> mistakes = conflicts(ENGINE, engine, pod, false);
    if (!mistakes.isEmpty()) {
      throw ProfileException.of(mistakes);
    }
    return ProfiledPod.ofEngine(engine, pod);
  }

  @Override
  public PodTemplateSpec apply(WorkerPool pool, PodTemplateSpec template) {
    return find(pool.placement().profile())
        .map(profile -> ProfiledPod.of(profile, template))
        .orElse(template);
  }

  private Optional<Profile> find(String name) {
    return name.isEmpty() ? Optional.ofNullable(byName.get(DEFAULT)) : Optional.of(get(name));
  }
}
