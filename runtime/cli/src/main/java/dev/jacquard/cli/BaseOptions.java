package dev.jacquard.cli;

import dev.jacquard.engine.code.ClassPath;
import dev.jacquard.engine.code.PathCode;
import dev.jacquard.kubernetes.image.BaseImage;
import dev.jacquard.kubernetes.image.ImageException;
import dev.jacquard.spec.v1.WorkflowSpec;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What {@code jacquard image} builds on. */
final class BaseOptions {

  @Option(
      names = "--base",
      paramLabel = "IMAGE",
      description =
          "What it is built on, and has Java: an image of a registry, or tar://FILE as docker save writes it, for"
              + " which nothing is fetched. Default: the image that the application's annotations name, else"
              + " eclipse-temurin of the Java that runs this.")
  private @Nullable String base;

  @Option(
      names = "--platform",
      paramLabel = "OS/ARCH",
      description = "Which of the base image's platforms; default: linux/amd64.")
  private String platform = "";

  @Option(
      names = "--profile",
      paramLabel = "NAME",
      description = "Whose base of the file of profiles is taken, where --base is not given.")
  private @Nullable String profile;

  @Mixin private ProfileOptions profiles = new ProfileOptions();

  BaseOptions() {}

  String platform() {
    return platform;
  }

  /** Returns the base that was given; else the profile's, the annotations', or the usual. */
  BaseImage choose(ClassPath application, Map<String, String> environment) throws ImageException {
    Optional<String> said = Optional.ofNullable(base).or(() -> ofProfile(environment));
    if (said.isPresent()) {
      return BaseImage.parse(said.get());
    }
    Set<String> declared = application.entries().isEmpty() ? Set.of() : declared(application);
    if (declared.size() > 1) {
      throw new UsageException(
          "The image must have one base; found several in the application's annotations: "
              + String.join(", ", declared)
              + ". Build one for each, with --base.");
    }
    return BaseImage.parse(
        declared.isEmpty()
            ? "eclipse-temurin:" + Runtime.version().feature() + "-jre"
            : declared.iterator().next());
  }

  private Optional<String> ofProfile(Map<String, String> environment) {
    if (profile == null) {
      return Optional.empty();
    }
    String found = profiles.read(environment).get(profile).base();
    if (found == null) {
      throw new UsageException(
          "The profile " + profile + " must have a base to build on. Add one, or give --base.");
    }
    return Optional.of(found);
  }

  private static Set<String> declared(ClassPath application) {
    Set<String> images = new TreeSet<>();
    try (PathCode code = PathCode.open(application)) {
      for (String workflow : code.workflows()) {
        code.spec(workflow).stream().flatMap(BaseOptions::images).forEach(images::add);
      }
    }
    images.remove("");
    return images;
  }

  private static Stream<String> images(WorkflowSpec spec) {
    return Stream.concat(
        spec.getTasksList().stream().map(task -> task.getPolicy().getPlacement().getImage()),
        spec.getActorsList().stream().map(actor -> actor.getPlacement().getImage()));
  }
}
