package dev.jacquard.cli;

import dev.jacquard.cli.progress.ProgressStyle;
import dev.jacquard.cli.progress.StageDisplay;
import dev.jacquard.engine.code.ClassPath;
import dev.jacquard.engine.code.RuntimeVersion;
import dev.jacquard.kubernetes.image.BuiltImage;
import dev.jacquard.kubernetes.image.ImageBuild;
import dev.jacquard.kubernetes.image.ImageContent;
import dev.jacquard.kubernetes.image.ImageException;
import dev.jacquard.kubernetes.image.ImageProgress;
import dev.jacquard.kubernetes.image.ImageRequest;
import dev.jacquard.kubernetes.image.ImageTarget;
import dev.jacquard.spi.DataFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code jacquard image}. */
@Command(
    name = "image",
    description = {
      "Builds the container image that pods run: Java, Jacquard, and the application if there is one.",
      "Needs no Docker. The same input gives the same image. Without --jar it serves any application, whose code"
          + " is sent to it."
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  jacquard image --jar app.jar --to registry.example/team/app",
      "  jacquard image --jar app.jar --tar app.tar          then load it: docker load -i app.tar",
      "  jacquard image --base tar://jdk.tar --tar worker.tar",
      "",
      "Exit codes: 0 built, 1 it could not be finished, 2 wrong usage or input, 3 the registry could not be",
      "reached or does not let you in."
    })
final class ImageCommand implements Callable<Integer> {

  private final Console console;

  @Option(
      names = "--jar",
      paramLabel = "FILE",
      description = "The application, as jacquard run takes it; repeatable.")
  private List<Path> jars = new ArrayList<>();

  @Option(
      names = {"--classpath", "-cp"},
      paramLabel = "PATH",
      description = "What else it needs, as java -classpath takes it.")
  private String classPath = "";

  @Option(
      names = "--to",
      paramLabel = "NAME",
      description =
          "Send it to a registry under this name, with the credentials of docker login. Without a tag it gets"
              + " one that is made of its content.")
  private @Nullable String to;

  @Option(
      names = "--tar",
      paramLabel = "FILE",
      description = "Write it to a file that docker load and ctr images import take.")
  private @Nullable Path tar;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description =
          "What it is called in that file; default: jacquard/ and the application's name.")
  private @Nullable String name;

  @Mixin private BaseOptions base = new BaseOptions();

  @Option(
      names = "--insecure-registry",
      description = "Speak without TLS to a registry of this machine, as localhost:5000.")
  private boolean plainHttp;

  @Option(names = "--package", hidden = true, paramLabel = "NAME")
  private List<String> packages = new ArrayList<>();

  @Option(
      names = "--progress",
      paramLabel = "STYLE",
      description =
          "${COMPLETION-CANDIDATES}; default: auto: a bar on a terminal, lines elsewhere.")
  private ProgressStyle progress = ProgressStyle.auto;

  ImageCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    check();
    ClassPath application = ClassPath.of(jars).and(ClassPath.parse(classPath));
    try {
      ImageRequest request =
          new ImageRequest(
              base.choose(application, console.environment()),
              content(application),
              name(application),
              tar == null ? new ImageTarget.ToRegistry() : new ImageTarget.ToFile(tar),
              base.platform(),
              plainHttp,
              cache());
      BuiltImage image = build(request);
      ImageReport.write(image, tar, progress, console);
      return ExitCode.SUCCEEDED;
    } catch (ImageException e) {
      console.err().println("jacquard: " + e.getMessage());
      return switch (e.kind()) {
        case INPUT -> ExitCode.USAGE;
        case UNREACHABLE -> ExitCode.UNREACHABLE;
        case FAILED -> ExitCode.FAILED;
      };
    }
  }

  private void check() {
    if (!packages.isEmpty()) {
      throw new UsageException(
          "--package must be left out: installing a package runs its scripts, which takes a container. Give a"
              + " --base that has "
              + String.join(", ", packages)
              + "; docs/images.md shows how to make one.");
    }
    if ((to == null) == (tar == null)) {
      throw new UsageException(
          "Say where the image goes: --to NAME, a registry, or --tar FILE; found "
              + (to == null ? "neither." : "both."));
    }
    if (name != null && tar == null) {
      throw new UsageException("--name must be given with --tar alone; --to has the name in it.");
    }
    if (tar != null) {
      OutputFiles.check("--tar", tar);
    }
  }

  private ImageContent content(ClassPath application) {
    ClassPath own = ClassPath.parse(System.getProperty("java.class.path", ""));
    Set<Path> changing = Set.copyOf(jars.stream().map(ImageCommand::absolute).toList());
    return new ImageContent(
        own, Main.class.getName(), RuntimeVersion.current(), application, changing);
  }

  private static Path absolute(Path path) {
    return path.toAbsolutePath().normalize();
  }

  private String name(ClassPath application) {
    if (to != null) {
      return to;
    }
    return name != null ? name : ImageNames.of(application);
  }

  private Path cache() {
    Path home = Path.of(System.getProperty("user.home"));
    return DataFolder.ofCaches(console.environment(), home).resolve("images");
  }

  private BuiltImage build(ImageRequest request) throws ImageException, InterruptedException {
    try (StageDisplay display = new StageDisplay(progress, console.screen(), System::nanoTime)) {
      return ImageBuild.build(
          request,
          new ImageProgress() {
            @Override
            public void stage(String words) {
              display.stage(words);
            }

            @Override
            public void done(double part) {
              display.done(part);
            }

            @Override
            public void warning(String words) {
              display.say("jacquard: warning: " + words);
            }
          });
    }
  }
}
