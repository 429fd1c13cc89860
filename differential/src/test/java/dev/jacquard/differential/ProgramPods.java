package dev.jacquard.differential;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.jacquard.cli.Main;
import dev.jacquard.engine.LocalOptions;
import dev.jacquard.engine.WorkflowRuntime;
import dev.jacquard.engine.code.ClassPath;
import dev.jacquard.kubernetes.KubernetesOptions;
import dev.jacquard.kubernetes.KubernetesRuntime;
import dev.jacquard.kubernetes.image.BaseImage;
import dev.jacquard.kubernetes.image.BuiltImage;
import dev.jacquard.kubernetes.image.ImageBuild;
import dev.jacquard.kubernetes.image.ImageContent;
import dev.jacquard.kubernetes.image.ImageProgress;
import dev.jacquard.kubernetes.image.ImageRequest;
import dev.jacquard.kubernetes.image.ImageTarget;
import dev.jacquard.kubernetes.manifest.PodSettings;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/** A runtime on pods, in a namespace of its own, that run the code of a folder. */
final class ProgramPods implements AutoCloseable {

  private static final String HOW =
      "Programs on pods are skipped, since they need a cluster: set KUBECONFIG, JACQUARD_TEST_LOAD"
          + " (a command that loads an image's tar), JACQUARD_TEST_BASE (a tar of an image with"
          + " java) and JACQUARD_TEST_HOST (this machine's address for pods)";

  private static final int PODS = 2;
  private static final int SLOTS = 2;

  private final KubernetesClient client = new KubernetesClientBuilder().build();
  private final String namespace;
  private final WorkflowRuntime runtime;

  private ProgramPods(String namespace, BuiltImage image, ClassPath code) throws IOException {
    this.namespace = namespace;
    client
        .resource(
            new NamespaceBuilder().withNewMetadata().withName(namespace).endMetadata().build())
        .create();
    runtime = KubernetesRuntime.open(options(image, code));
  }

  /** Skips the test where there is no cluster. */
  static void required() {
    boolean there =
        System.getenv("KUBECONFIG") != null && System.getenv("JACQUARD_TEST_LOAD") != null;
    assume(there, HOW);
  }

  /** Opens a runtime; skips the test where pods have another Java. */
  static ProgramPods open(Path classes, Path folder) throws Exception {
    String name =
        "jacquard-test-" + Integer.toString(ThreadLocalRandom.current().nextInt(1 << 30), 36);
    BuiltImage image = image("jacquard.test/" + name + ":1", folder);
    int here = Runtime.version().feature();
    assume(
        image.java() == here,
        "Programs on pods are skipped, since answers of another Java may differ: pods have Java %d, and this is Java %d"
            .formatted(image.java(), here));
    load(folder.resolve("image.tar"));
    Path library =
        Path.of(StepLog.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    return new ProgramPods(name, image, ClassPath.of(List.of(classes, library)));
  }

  private static void assume(boolean there, String otherwise) {
    if (!there) {
      System.out.println(otherwise);
    }
    assumeTrue(there, otherwise);
  }

  /** What {@code jacquard image} builds. */
  private static BuiltImage image(String name, Path folder) throws Exception {
    List<Path> own =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(Path::of)
            // This module has no classes but those of its tests.
            .filter(entry -> Files.exists(entry) && !entry.endsWith("test-classes"))
            .toList();
    return ImageBuild.build(
        new ImageRequest(
            BaseImage.parse(BaseImage.TAR + System.getenv("JACQUARD_TEST_BASE")),
            new ImageContent(
                new ClassPath(own),
                Main.class.getName(),
                "test",
                ClassPath.of(List.of()),
                Set.of()),
            name,
            new ImageTarget.ToFile(folder.resolve("image.tar")),
            "linux/amd64",
            false,
            folder.resolve("layers")),
        new ImageProgress() {
          @Override
          public void stage(String words) {}

          @Override
          public void done(double part) {}

          @Override
          public void warning(String words) {}
        });
  }

  private static void load(Path tar) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(System.getenv("JACQUARD_TEST_LOAD"), tar.toString())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    if (process.waitFor() != 0) {
      throw new IllegalStateException("The image " + tar + " could not be loaded.");
    }
  }

  private KubernetesOptions options(BuiltImage image, ClassPath code) throws IOException {
    String host = System.getenv().getOrDefault("JACQUARD_TEST_HOST", "10.244.0.1");
    int port = freePort(host);
    return KubernetesOptions.advertise(host, port, image.name()).toBuilder()
        .namespace(namespace)
        .mostPods(PODS)
        .classPath(code)
        .pods(settings(image.name(), host + ":" + port))
        .engine(LocalOptions.defaults().withStrict(true))
        .build();
  }

  private static PodSettings settings(String image, String connect) {
    PodSettings usual = PodSettings.of(image, connect);
    return new PodSettings(
        image, connect, SLOTS, List.of(), usual.patience(), Duration.ofSeconds(5), usual.kept());
  }

  private static int freePort(String host) throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(host))) {
      return socket.getLocalPort();
    }
  }

  WorkflowRuntime runtime() {
    return runtime;
  }

  @Override
  public void close() {
    try (client) {
      runtime.close();
      client.namespaces().withName(namespace).delete();
    }
  }
}
