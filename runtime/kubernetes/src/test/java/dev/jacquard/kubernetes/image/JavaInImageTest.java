package dev.jacquard.kubernetes.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JavaInImageTest {

  private static final String RELEASE = "JAVA_VERSION=\"21.0.2\"\n";

  @TempDir private Path folder;

  @Test
  void pathIsSearchedInItsOrder() throws Exception {
    assertThat(find(BaseFile.withJava(17))).isEqualTo(new JavaInImage("/opt/java/bin/java", 17));
  }

  @Test
  void javaHomeComesFirst() throws Exception {
    BaseFile base =
        BaseFile.withJava(17)
            .environment("JAVA_HOME=/usr/lib/jvm/21")
            .file("usr/lib/jvm/21/bin/java", "")
            .file("usr/lib/jvm/21/release", RELEASE);
    assertThat(find(base)).isEqualTo(new JavaInImage("/usr/lib/jvm/21/bin/java", 21));
  }

  @Test
  void linksAreFollowedAsDebianSetsThem() throws Exception {
    BaseFile base =
        new BaseFile()
            .link("bin", "usr/bin")
            .link("usr/bin/java", "/etc/alternatives/java")
            .link("etc/alternatives/java", "/usr/lib/jvm/default/bin/java")
            .link("usr/lib/jvm/default", "java-21")
            .file("usr/lib/jvm/java-21/bin/java", "")
            .file("usr/lib/jvm/java-21/release", RELEASE);
    assertThat(find(base.environment("PATH=/bin"))).isEqualTo(new JavaInImage("/bin/java", 21));
  }

  @Test
  void secondNamesCountAndOldNumbersAreUnderstood() throws Exception {
    BaseFile base =
        new BaseFile()
            .file("opt/jdk/bin/java8", "")
            .hardLink("usr/bin/java", "opt/jdk/bin/java8")
            .file("opt/jdk/release", "JAVA_VERSION=\"1.8.0_392\"\n");
    assertThatThrownBy(() -> find(base))
        .hasMessage(
            "The base image must have Java 17 or later; found 8 at /usr/bin/java (tar://base.tar).");
  }

  @Test
  void compressedLayersAreRead() throws Exception {
    assertThat(find(BaseFile.withJava(17).compressed()).feature()).isEqualTo(17);
  }

  @Test
  void whatAnUpperLayerRemovesIsGone() {
    assertThatThrownBy(() -> find(BaseFile.withJava(17).nextLayer().file("opt/.wh.java", "")))
        .hasMessageContaining("found no java in its PATH");
    assertThatThrownBy(
            () -> find(BaseFile.withJava(17).nextLayer().file("opt/java/bin/.wh..wh..opq", "")))
        .hasMessageContaining("found no java in its PATH");
  }

  @Test
  void withoutJavaItSaysWhereItLookedAndWhatToDo() {
    assertThatThrownBy(() -> find(new BaseFile().file("bin/sh", "")))
        .hasMessageStartingWith(
            "The base image must have a JDK or a Java runtime; found no java in its PATH"
                + " (/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin), and its JAVA_HOME is"
                + " not set (tar://base.tar). Choose another with --base, such as eclipse-temurin:");
  }

  @Test
  void linksInACircleLeadNowhere() {
    assertThatThrownBy(() -> find(new BaseFile().link("usr/bin/java", "java")))
        .hasMessageContaining("found no java");
  }

  @Test
  void otherSystemsAreRefused() {
    assertThatThrownBy(() -> find(BaseFile.withJava(17).os("windows")))
        .hasMessage("The base image must be for linux; found windows (tar://base.tar).");
  }

  @Test
  void whatIsNoImageIsSaid() throws IOException {
    Path text = Files.writeString(folder.resolve("text.tar"), "no image");
    assertThatThrownBy(() -> BaseReader.read("tar://text.tar", text))
        .hasMessageStartingWith("The base image must be an image as docker save writes it; found");
    Path empty = Files.write(folder.resolve("empty.tar"), new byte[1024]);
    assertThatThrownBy(() -> BaseReader.read("tar://empty.tar", empty))
        .hasMessage(
            "The base image must be an image as docker save writes it; found no manifest.json in the"
                + " file (tar://empty.tar).");
  }

  @Test
  void baseIsAFileOrAName() throws Exception {
    Path file = Files.createFile(folder.resolve("there.tar"));
    assertThat(BaseImage.parse("tar://" + file)).isEqualTo(new BaseImage.InFile(file));
    assertThat(BaseImage.parse("eclipse-temurin:21-jre"))
        .isEqualTo(new BaseImage.InRegistry("eclipse-temurin:21-jre"));
    assertThatThrownBy(() -> BaseImage.parse("tar://" + folder.resolve("gone.tar")))
        .hasMessageStartingWith("The base image must be a file that is there; found none at ");
    assertThatThrownBy(() -> BaseImage.parse("No Image"))
        .hasMessage("The base image must be the name of an image or tar://FILE; found No Image.");
  }

  private JavaInImage find(BaseFile base) throws Exception {
    Path file = base.write(folder.resolve("base.tar"));
    return JavaInImage.find("tar://base.tar", BaseReader.read("tar://base.tar", file));
  }
}
