package dev.jacquard.kubernetes.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.jacquard.kubernetes.image.ImageException.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ImageBuildTest {

  private static final int HERE = Runtime.version().feature();
  private static final Instant LONG_AGO = Instant.parse("2001-02-03T04:05:06Z");
  private static final Instant LATER = Instant.parse("2026-01-01T00:00:00Z");

  @TempDir private Path folder;
  private final Heard heard = new Heard();
  private Path base;

  @BeforeEach
  void makeABase() throws IOException {
    base = BaseFile.withJava(HERE).write(folder.resolve("base.tar"));
  }

  @Test
  void sameInputGivesTheSameImageWhereverAndWheneverItIsBuilt() throws Exception {
    BuiltImage here = build(app("here", LONG_AGO, "app"), "team/app", "here.tar");
    BuiltImage there = build(app("there", LATER, "app"), "team/app", "there.tar");
    assertThat(there).isEqualTo(here);
    assertThat(folder.resolve("there.tar")).hasSameBinaryContentAs(folder.resolve("here.tar"));
  }

  @Test
  void newBuildOfTheApplicationChangesTheLastLayerAlone() throws Exception {
    BuiltImage old = build(app("old", LATER, "old"), "team/app", "old.tar");
    BuiltImage fresh = build(app("fresh", LATER, "fresh"), "team/app", "fresh.tar");
    var before = ImageFile.read(folder.resolve("old.tar")).diffIds();
    var after = ImageFile.read(folder.resolve("fresh.tar")).diffIds();
    assertThat(after).hasSize(4);
    assertThat(after.subList(0, 3)).isEqualTo(before.subList(0, 3));
    assertThat(after.get(3)).isNotEqualTo(before.get(3));
    assertThat(fresh.name()).isNotEqualTo(old.name()).matches("team/app:[0-9a-f]{12}");
  }

  @Test
  void containerRunsTheCommandAsNobodyAndWritesToOneFolder() throws Exception {
    build(app("app", LATER, "app"), "team/app:1", "app.tar");
    ImageFile image = ImageFile.read(folder.resolve("app.tar"));
    assertThat(image.tags()).containsExactly("team/app:1");
    List<String> words = new ArrayList<>(List.of("/opt/java/bin/java"));
    if (HERE >= 24) {
      words.add("--enable-native-access=ALL-UNNAMED");
    }
    words.addAll(List.of("-Duser.home=/tmp", "-Dfile.encoding=UTF-8", "-cp"));
    words.add("/opt/jacquard/lib/jacquard.jar:/opt/jacquard/lib/picocli.jar");
    words.add("dev.jacquard.cli.Main");
    assertThat(image.entrypoint()).isEqualTo(words);
    assertThat(image.environment())
        .containsExactlyInAnyOrder(
            "PATH=/usr/bin:/opt/java/bin",
            "HOME=/tmp",
            "JDK_JAVA_OPTIONS=-XX:MaxRAMPercentage=75",
            "XDG_CACHE_HOME=/tmp/.cache",
            "XDG_DATA_HOME=/tmp/.local/share",
            "LANG=C.UTF-8",
            "JACQUARD_CLASSPATH=/opt/jacquard/app/shop.jar:/opt/jacquard/app/shop-api.jar:"
                + "/opt/jacquard/app/lib/guava.jar");
    assertThat(image.configuration().path("config").path("User").asText()).isEqualTo("65532:65532");
    assertThat(image.configuration().path("created").asText()).isEqualTo("1970-01-01T00:00:00Z");
    JsonNode labels = image.configuration().path("config").path("Labels");
    assertThat(labels.path("dev.jacquard.java").asInt()).isEqualTo(HERE);
    assertThat(labels.path("dev.jacquard.version").asText()).isEqualTo("1.2.3");
  }

  @Test
  void filesBelongToRootAndBearOneTime() throws Exception {
    build(app("app", LATER, "app"), "team/app:1", "app.tar");
    var application = ImageFile.read(folder.resolve("app.tar")).layers().get(3);
    assertThat(application).containsKeys("opt/jacquard/app/shop.jar", "opt/jacquard/app/");
    assertThat(application.values())
        .allSatisfy(
            entry -> {
              assertThat(entry.getLongUserId()).isZero();
              assertThat(entry.getLongGroupId()).isZero();
              assertThat(entry.getMode() & 0777).isEqualTo(entry.isDirectory() ? 0755 : 0644);
              assertThat(entry.getLastModifiedTime()).isEqualTo(FileTime.fromMillis(1000));
            });
  }

  @Test
  void imageForAnyApplicationHasJacquardAlone() throws Exception {
    App none = new App(folder.resolve("none"), LATER).own("jacquard.jar", "jacquard");
    BuiltImage built = build(none, "team/worker", "worker.tar");
    assertThat(built.layers()).containsExactly(new BuiltImage.Layer("jacquard", 1, 8));
    assertThat(ImageFile.read(folder.resolve("worker.tar")).environment())
        .noneMatch(line -> line.startsWith("JACQUARD_CLASSPATH"));
  }

  @Test
  void jarsOfTheSameNameAreBothThere() throws Exception {
    App app =
        new App(folder.resolve("twice"), LATER)
            .own("jacquard.jar", "jacquard")
            .dependency("one/util.jar", "one")
            .dependency("two/util.jar", "two")
            .dependency("three/util.jar", "one");
    build(app, "team/app:1", "app.tar");
    ImageFile image = ImageFile.read(folder.resolve("app.tar"));
    assertThat(image.files(2))
        .containsExactly("opt/jacquard/app/lib/util-3fc4ccfe.jar", "opt/jacquard/app/lib/util.jar");
    assertThat(image.environment())
        .contains(
            "JACQUARD_CLASSPATH=/opt/jacquard/app/lib/util.jar:"
                + "/opt/jacquard/app/lib/util-3fc4ccfe.jar:/opt/jacquard/app/lib/util.jar");
  }

  @Test
  void baseKeepsItsLanguage() throws Exception {
    base =
        BaseFile.withJava(HERE).environment("LANG=de_DE.UTF-8").write(folder.resolve("german.tar"));
    build(app("app", LATER, "app"), "team/app:1", "app.tar");
    assertThat(ImageFile.read(folder.resolve("app.tar")).environment())
        .contains("LANG=de_DE.UTF-8")
        .doesNotContain("LANG=C.UTF-8");
  }

  @Test
  void otherJavaIsToldOf() throws Exception {
    base = BaseFile.withJava(HERE + 1).write(folder.resolve("newer.tar"));
    assertThat(build(app("app", LATER, "app"), "team/app:1", "app.tar").java()).isEqualTo(HERE + 1);
    assertThat(heard.warnings)
        .singleElement()
        .asString()
        .contains("has Java " + (HERE + 1) + ", and this is Java " + HERE)
        .contains("--allow-mixed-java");
  }

  @Test
  void whatCannotBeBuiltLeavesTheFileAsItWas() throws Exception {
    Path target = Files.writeString(folder.resolve("app.tar"), "before");
    base = new BaseFile().write(folder.resolve("bare.tar"));
    assertThatThrownBy(() -> build(app("app", LATER, "app"), "team/app:1", "app.tar"))
        .isInstanceOfSatisfying(
            ImageException.class, e -> assertThat(e.kind()).isEqualTo(Kind.INPUT));
    assertThat(target).hasContent("before");
    assertThat(folder).isDirectoryNotContaining("glob:**.part");
  }

  @Test
  void namesAndPlatformsAreChecked() throws Exception {
    App app = app("app", LATER, "app");
    assertThatThrownBy(() -> build(app, "Team App", "app.tar"))
        .hasMessageStartingWith("The image's name must be one,");
    assertThatThrownBy(() -> build(app, "team/app@sha256:" + "0".repeat(64), "app.tar"))
        .hasMessageStartingWith("The image's name must be without a digest;");
    assertThatThrownBy(() -> ImageBuild.build(request(app, "a:1", "app.tar", "amd64"), heard))
        .hasMessage(
            "The platform must be linux and an architecture, as in linux/arm64; found amd64.");
    assertThatThrownBy(() -> ImageBuild.build(request(app, "a:1", "app.tar", "linux/arm64"), heard))
        .hasMessageStartingWith("The base image must be for linux/arm64; found linux/amd64");
  }

  private App app(String name, Instant time, String content) throws IOException {
    return new App(folder.resolve(name), time)
        .own("jacquard.jar", "jacquard")
        .own("picocli.jar", "picocli")
        .jar("shop.jar", content)
        .classes("shop-api/target/classes", content)
        .dependency("guava.jar", "guava");
  }

  private BuiltImage build(App app, String name, String file) throws Exception {
    return ImageBuild.build(request(app, name, file, ""), heard);
  }

  private ImageRequest request(App app, String name, String file, String platform)
      throws ImageException {
    return new ImageRequest(
        BaseImage.parse("tar://" + base),
        app.content(),
        name,
        new ImageTarget.ToFile(folder.resolve(file)),
        platform,
        false,
        folder.resolve("cache"));
  }
}
