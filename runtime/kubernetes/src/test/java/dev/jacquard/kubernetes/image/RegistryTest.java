package dev.jacquard.kubernetes.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.cloud.tools.jib.api.InsecureRegistryException;
import dev.jacquard.kubernetes.image.ImageException.Kind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URL;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RegistryTest {

  @TempDir private Path folder;
  private LocalRegistry registry;
  private App app;

  @BeforeEach
  void start() throws IOException {
    registry = new LocalRegistry(null);
    app =
        new App(folder.resolve("app"), Instant.EPOCH)
            .own("jacquard.jar", "jacquard")
            .jar("shop.jar", "shop");
  }

  @AfterEach
  void stop() {
    registry.close();
  }

  @Test
  void imageIsSentAndServesAsABase() throws Exception {
    BuiltImage base = build(fileBase(), registry.name() + "/base:1", push());
    BuiltImage built = build(registry.name() + "/base:1", "team/app:1", file("app.tar"));
    assertThat(base.digest()).startsWith("sha256:");
    assertThat(built.layers()).hasSize(2);
    ImageFile image = ImageFile.read(folder.resolve("app.tar"));
    assertThat(image.diffIds()).hasSize(5);
    assertThat(image.entrypoint()).startsWith("/opt/java/bin/java");
  }

  @Test
  void whatTheRegistryHasIsNotSentAgain() throws Exception {
    BuiltImage first = build(fileBase(), registry.name() + "/app:1", push());
    int sent = registry.uploads().size();
    BuiltImage second = build(fileBase(), registry.name() + "/app:1", push());
    assertThat(second.digest()).isEqualTo(first.digest());
    assertThat(sent).isEqualTo(4); // base, jacquard, application, configuration
    assertThat(registry.uploads()).hasSize(sent);
    build(registry.name() + "/app:1", registry.name() + "/app:2", push());
    assertThat(registry.uploads()).hasSize(sent + 1); // the configuration
  }

  @Test
  void missingBaseIsTheInputsFault() {
    assertThatThrownBy(() -> build(registry.name() + "/none:1", "team/app:1", file("app.tar")))
        .isInstanceOfSatisfying(
            ImageException.class, e -> assertThat(e.kind()).isEqualTo(Kind.INPUT))
        .hasMessage(
            registry.name() + "/none:1 must be an image; its registry has none of that name.");
  }

  @Test
  void registryThatWantsToKnowWhoYouAreIsToldOf() throws Exception {
    try (LocalRegistry closed = new LocalRegistry("anna:secret")) {
      assertThatThrownBy(() -> build(fileBase(), closed.name() + "/app:1", push()))
          .isInstanceOfSatisfying(
              ImageException.class, e -> assertThat(e.kind()).isEqualTo(Kind.UNREACHABLE))
          .hasMessage(
              closed.name()
                  + "/app:1 could not be sent to its registry, which wants to know who you are;"
                  + " that is told with TLS alone.");
    }
  }

  @Test
  void registryThatIsNotThereIsToldOf() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    assertThatThrownBy(() -> build(fileBase(), "localhost:" + port + "/app:1", push()))
        .isInstanceOfSatisfying(
            ImageException.class, e -> assertThat(e.kind()).isEqualTo(Kind.UNREACHABLE))
        .hasMessageStartingWith("localhost:" + port + "/app:1 could not be sent to its registry,")
        .hasMessageContaining("Connection refused");
  }

  @Test
  void registryWithoutTlsIsToldOf() throws Exception {
    var thrown =
        new InsecureRegistryException(new URL("https://localhost:5000"), new IOException());
    assertThat(
            RegistryFailure.explain(new ExecutionException(thrown), "localhost:5000/app:1", true))
        .hasMessage(
            "The registry of localhost:5000/app:1 must speak TLS; found that it does not. For a"
                + " registry on this machine there is --insecure-registry.")
        .extracting("kind")
        .isEqualTo(Kind.UNREACHABLE);
  }

  @Test
  void plainHttpIsRefusedOffThisMachine() {
    for (String remote : new String[] {"example.test/app:1", "10.0.0.1:5000/app:1", "team/app:1"}) {
      assertThatThrownBy(() -> build(fileBase(), remote, push()))
          .hasMessageStartingWith(
              "A registry without TLS must be on this machine, as in localhost:5000; found ");
    }
  }

  private String fileBase() throws IOException {
    Path file = BaseFile.withJava(Runtime.version().feature()).write(folder.resolve("base.tar"));
    return "tar://" + file;
  }

  private static ImageTarget push() {
    return new ImageTarget.ToRegistry();
  }

  private ImageTarget file(String name) {
    return new ImageTarget.ToFile(folder.resolve(name));
  }

  private BuiltImage build(String base, String name, ImageTarget target) throws Exception {
    return ImageBuild.build(request(base, name, target, true), new Heard());
  }

  private ImageRequest request(String base, String name, ImageTarget target, boolean plainHttp)
      throws ImageException {
    return new ImageRequest(
        BaseImage.parse(base), app.content(), name, target, "", plainHttp, folder.resolve("cache"));
  }
}
