package dev.jacquard.engine.registry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jacquard.engine.code.ClassPath;
import dev.jacquard.engine.code.PathCode;
import dev.jacquard.engine.code.SampleApplication;
import dev.jacquard.engine.registry.Registry.Registered;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FolderRegistryTest {

  @TempDir Path folder;

  private final AtomicLong seconds = new AtomicLong(1_000_000);
  private FolderRegistry registry;
  private Path root;

  @BeforeEach
  void openRegistry() {
    root = folder.resolve("registry");
    registry = FolderRegistry.at(root, () -> Instant.ofEpochSecond(seconds.incrementAndGet()));
  }

  @Test
  void whatWasRegisteredIsFoundByNameAndVersion() {
    Path jar = jar("app.jar", SampleApplication.sound());
    Registered registered = register(jar, "shop", "1.0");

    assertThat(registered.isNew()).isTrue();
    RegistryEntry entry = registry.find("shop", Optional.of("1.0")).orElseThrow();
    assertThat(entry).isEqualTo(registered.entry());
    assertThat(entry.workflows())
        .containsExactly(
            Map.entry("shop.Anomaly.detect", "graph-of-shop.Anomaly.detect"),
            Map.entry("shop.Anomaly.outer", "graph-of-shop.Anomaly.outer"));
    assertThat(entry.code()).extracting(RegistryEntry.CodeFile::name).containsExactly("app.jar");
    try (PathCode code = registry.open(entry)) {
      assertThat(code.spec(SampleApplication.WORKFLOW)).contains(SampleApplication.detect());
    }
  }

  @Test
  void sameContentAgainChangesNothing() throws IOException {
    Path jar = jar("app.jar", SampleApplication.sound());
    Registered first = register(jar, "shop", "1.0");
    Path copy = Files.copy(jar, folder.resolve("copy.jar"));
    Registered second = register(copy, "shop", "1.0");

    assertThat(second.isNew()).isFalse();
    assertThat(second.entry()).isEqualTo(first.entry());
    assertThat(registry.entries()).hasSize(1);
    assertThat(files("blobs")).hasSize(1);
  }

  @Test
  void otherContentUnderTheSameVersionIsRefused() {
    Path jar = jar("app.jar", SampleApplication.sound());
    Path other = jar("other.jar", SampleApplication.sound().resource("more.txt", new byte[] {1}));
    RegistryEntry entry = register(jar, "shop", "1.0").entry();

    assertThatThrownBy(() -> register(other, "shop", "1.0"))
        .isInstanceOf(RegistryException.class)
        .hasMessageContaining("shop@1.0 is registered already, with other content")
        .hasMessageContaining("--version");
    assertThat(registry.entries()).containsExactly(entry);
    assertThat(register(other, "shop", "1.1").isNew()).isTrue();
    assertThat(files("blobs")).hasSize(2);
  }

  @Test
  void jarThatChangesAfterwardsDoesNotChangeWhatRuns() throws IOException {
    Path jar = jar("app.jar", SampleApplication.sound());
    RegistryEntry entry = register(jar, "shop", "1.0").entry();
    Files.writeString(jar, "overwritten");

    try (PathCode code = registry.open(entry)) {
      assertThat(code.workflows()).hasSize(2);
      assertThat(code.loader().getResource("shop/Anomaly.class")).isNotNull();
    }
  }

  @Test
  void damagedBlobIsDetectedAndRepairedByTheSameFile() throws IOException {
    Path jar = jar("app.jar", SampleApplication.sound());
    RegistryEntry entry = register(jar, "shop", "1.0").entry();
    Path blob = files("blobs").get(0);
    byte[] content = Files.readAllBytes(blob);
    content[content.length / 2] ^= 1;
    Files.write(blob, content);

    assertThatThrownBy(() -> registry.open(entry))
        .isInstanceOf(RegistryException.class)
        .hasMessageContaining("The code of shop@1.0 is damaged")
        .hasMessageContaining("jacquard register app.jar --name shop --version 1.0");
    assertThat(register(jar, "shop", "1.0").isNew()).isFalse();
    registry.open(entry).close();
  }

  @Test
  void directoryIsPackedToTheSameBytesWhateverItsTimes() throws IOException {
    Path classes = SampleApplication.sound().compile(folder.resolve("one/shop-app/target/classes"));
    Path again = SampleApplication.sound().compile(folder.resolve("two/shop-app/target/classes"));
    try (Stream<Path> found = Files.walk(again)) {
      for (Path file : found.toList()) {
        Files.setLastModifiedTime(file, FileTime.fromMillis(1));
      }
    }
    Registered first = registry.register(Application.of(new ClassPath(List.of(classes))));
    Registered second = registry.register(Application.of(new ClassPath(List.of(again))));

    assertThat(first.entry().name()).isEqualTo("shop-app");
    assertThat(first.entry().version()).isEqualTo(first.entry().codeDigest().substring(0, 12));
    assertThat(second.isNew()).isFalse();
    try (PathCode code = registry.open(first.entry())) {
      assertThat(code.workflows()).hasSize(2);
    }
  }

  @Test
  void nameAndVersionFollowFromTheJar() {
    Path released =
        SampleApplication.sound()
            .jar(folder.resolve("shop-app-1.2.jar"), Map.of("Implementation-Version", "1.2"));
    Path snapshot =
        SampleApplication.sound()
            .jar(folder.resolve("x.jar"), Map.of("Implementation-Version", "2.0-SNAPSHOT"));
    Path described =
        jar(
            "y.jar",
            SampleApplication.sound()
                .resource(
                    "META-INF/maven/g/shop/pom.properties",
                    "artifactId=shop\nversion=3.1\n".getBytes(UTF_8)));

    assertThat(registered(released).label()).isEqualTo("shop-app@1.2");
    RegistryEntry entry = registered(snapshot);
    assertThat(entry.label()).isEqualTo("x@2.0-SNAPSHOT-" + entry.codeDigest().substring(0, 12));
    assertThat(registered(described).label()).isEqualTo("shop@3.1");
  }

  @Test
  void brokenLinksAreToldTogetherAndNothingIsRegistered() {
    Path jar =
        jar(
            "app.jar",
            SampleApplication.sound()
                .without("shop.AnomalyHandlers")
                .without("shop.AnomalyCodecs"));
    assertThatThrownBy(() -> register(jar, "shop", "1.0"))
        .isInstanceOf(RegistryException.class)
        .hasMessageStartingWith(
            "Nothing was registered: the code does not fit together (2 problems).\n- ")
        .hasMessageContaining("shop.AnomalyHandlers$isAnomalous")
        .hasMessageContaining("shop.AnomalyCodecs$Point");
    assertThat(registry.entries()).isEmpty();
  }

  @Test
  void codeWithoutWorkflowsIsRefused() {
    Path jar = jar("lib.jar", new SampleApplication());
    assertThatThrownBy(() -> register(jar, "lib", "1"))
        .hasMessageContaining("There is no workflow in")
        .hasMessageContaining("annotationProcessor(");
  }

  @Test
  void namesThatAreNoFileNamesAreRefused() {
    Path jar = jar("app.jar", SampleApplication.sound());
    for (String name : List.of("", "../up", "a/b", "a b", "-x", "a@b")) {
      assertThatThrownBy(() -> register(jar, name, "1")).hasMessageContaining("The name must be");
      assertThatThrownBy(() -> register(jar, "shop", name))
          .hasMessageContaining("The version must be");
    }
  }

  @Test
  void leftoversOfKilledWritersAreSweptByTheNextRegistration() throws IOException {
    register(jar("app.jar", SampleApplication.sound()), "shop", "1.0");
    Path half = Files.writeString(root.resolve("tmp/half"), "half a jar");
    Path orphan = Files.createDirectories(root.resolve("blobs/ff")).resolve("f".repeat(64));
    Files.writeString(orphan, "a blob whose entry never came");

    assertThat(registry.entries()).hasSize(1);
    register(jar("other.jar", SampleApplication.sound()), "shop", "1.1");
    assertThat(half).doesNotExist();
    assertThat(orphan).doesNotExist();
    registry.open(registry.find("shop", Optional.of("1.0")).orElseThrow()).close();
  }

  @Test
  void entryThatCannotBeReadIsWarnedOfAndKeepsItsBlobs() throws IOException {
    register(jar("app.jar", SampleApplication.sound()), "shop", "1.0");
    Path entry = files("entries").get(0);
    String text = Files.readString(entry);
    Files.writeString(entry, text.substring(0, text.length() / 2));

    assertThat(registry.entries()).isEmpty();
    register(jar("z.jar", SampleApplication.sound().resource("z", new byte[1])), "z", "1");
    assertThat(files("blobs")).hasSize(2);
    assertThatThrownBy(() -> register(folder.resolve("app.jar"), "shop", "1.0"))
        .hasMessageContaining("is damaged")
        .hasMessageContaining("Delete the file and register that version again");
  }

  @Test
  void newestRegistrationIsTheOneWithoutVersion() {
    Path jar = jar("app.jar", SampleApplication.sound());
    register(jar, "shop", "1.10");
    register(jar, "shop", "1.9");
    assertThat(registry.find("shop", Optional.empty()).orElseThrow().version()).isEqualTo("1.9");
    assertThat(registry.entries())
        .extracting(RegistryEntry::version)
        .containsExactly("1.10", "1.9");
  }

  @Test
  void registryThatIsNotThereIsEmpty() {
    assertThat(registry.entries()).isEmpty();
    assertThat(root).doesNotExist();
  }

  private RegistryEntry registered(Path jar) {
    return registry.register(Application.of(ClassPath.of(List.of(jar)))).entry();
  }

  private Registered register(Path path, String name, String version) {
    return registry.register(
        new Application(ClassPath.of(List.of(path)), Optional.of(name), Optional.of(version)));
  }

  private Path jar(String name, SampleApplication application) {
    return application.jar(folder.resolve(name), Map.of());
  }

  private List<Path> files(String part) {
    try (Stream<Path> found = Files.walk(root.resolve(part))) {
      return found.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
