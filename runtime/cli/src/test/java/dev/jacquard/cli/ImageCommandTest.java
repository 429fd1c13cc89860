package dev.jacquard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.Jib;
import com.google.cloud.tools.jib.api.TarImage;
import dev.jacquard.cli.Command.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ImageCommandTest {

  @TempDir Path folder;
  private Command command;

  @BeforeEach
  void keepCachesHere() {
    command = new Command().environment("XDG_CACHE_HOME", folder.resolve("cache"));
  }

  @Test
  void imageIsBuiltWithoutDockerOrNetwork() throws Exception {
    Path shop = ShopCode.in(Files.createDirectory(folder.resolve("shop")));
    Path tar = folder.resolve("shop.tar");
    Outcome outcome =
        command.run("image", "--jar", shop, "--base", "tar://" + base(), "--tar", tar);
    assertThat(outcome.code()).as(outcome.err()).isZero();
    assertThat(outcome.out())
        .matches(
            "\\{\"image\":\"jacquard/shop:[0-9a-f]{12}\",\"name\":\"jacquard/shop:[0-9a-f]{12}\","
                + "\"digest\":\"sha256:[0-9a-f]{64}\",\"id\":\"sha256:[0-9a-f]{64}\",\"java\":%d,"
                    .formatted(Runtime.version().feature())
                + "\"file\":\"\\Q%s\\E\",\"bytes\":%d,".formatted(tar, Files.size(tar))
                + "\"layers\":\\[\\{\"name\":\"jacquard\",.*},"
                + "\\{\"name\":\"application\",\"files\":1,\"bytes\":[0-9]+}]}\n");
    assertThat(outcome.err().lines())
        .first()
        .asString()
        .matches("\\[0:\\d\\d] looking for Java in tar://.*");
    assertThat(outcome.err())
        .containsPattern("(?m)^  application +[0-9.]+ kB in 1 file$")
        .containsPattern("(?m)^wrote jacquard/shop:[0-9a-f]{12}, [0-9.]+ MB, to ");
    assertThat(folder.resolve("cache").resolve("jacquard").resolve("images")).isDirectory();
  }

  @Test
  void placeMustBeSaidOnce() {
    assertUsage(
        command.run("image"),
        "Say where the image goes: --to NAME, a registry, or --tar FILE; found neither.");
    assertUsage(
        command.run("image", "--to", "a", "--tar", "b"),
        "Say where the image goes: --to NAME, a registry, or --tar FILE; found both.");
    assertUsage(
        command.run("image", "--to", "a", "--name", "b"),
        "--name must be given with --tar alone; --to has the name in it.");
    assertUsage(
        command.run("image", "--tar", folder),
        "--tar must be a file that can be written; found a folder: " + folder + ".");
  }

  @Test
  void baseMustBeThereAndHaveJava() throws Exception {
    Path tar = folder.resolve("shop.tar");
    assertUsage(
        command.run("image", "--base", "tar://gone.tar", "--tar", tar),
        "The base image must be a file that is there; found none at gone.tar.");
    Path bare = folder.resolve("bare.tar");
    Jib.fromScratch().containerize(Containerizer.to(TarImage.at(bare).named("bare")));
    Outcome outcome = command.run("image", "--base", "tar://" + bare, "--tar", tar);
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err())
        .contains("jacquard: The base image must have a JDK or a Java runtime; found no java in");
    assertThat(tar).doesNotExist();
  }

  @Test
  void baseMayBeTheProfiles() throws Exception {
    Path profiles = folder.resolve("profiles.yaml");
    Files.writeString(profiles, "gpu: {base: 'tar://gone.tar'}\nbare: {spot: gke}\n");
    Path tar = folder.resolve("shop.tar");
    Object[] words = {"image", "--tar", tar, "--profiles", profiles, "--profile", "gpu"};
    assertUsage(
        command.run(words), "The base image must be a file that is there; found none at gone.tar.");
    words[6] = "bare";
    assertUsage(
        command.run(words),
        "The profile bare must have a base to build on. Add one, or give --base.");
    words[6] = "gpo";
    assertUsage(
        command.run(words),
        "The profile gpo must be in %s; found bare, gpu. Did you mean gpu?".formatted(profiles));
    Files.writeString(profiles, "gpu: {bas: a}\n");
    assertUsage(command.run(words), profiles + ":1: gpu has no bas. Did you mean base?");
  }

  @Test
  void packagesAreRefusedWithTheWayOut() {
    assertUsage(
        command.run("image", "--tar", "a.tar", "--package", "libgomp1"),
        "--package must be left out: installing a package runs its scripts, which takes a container."
            + " Give a --base that has libgomp1; docs/images.md shows how to make one.");
  }

  private static void assertUsage(Outcome outcome, String message) {
    assertThat(outcome.err()).isEqualTo("jacquard: " + message + "\n");
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.out()).isEmpty();
  }

  private Path base() throws Exception {
    Path java = Files.createFile(folder.resolve("java"));
    Path release = folder.resolve("release");
    Files.writeString(release, "JAVA_VERSION=\"" + Runtime.version() + "\"\n");
    Path tar = folder.resolve("base.tar");
    Jib.fromScratch()
        .addLayer(List.of(java), "/usr/bin")
        .addLayer(List.of(release), "/usr")
        .containerize(Containerizer.to(TarImage.at(tar).named("base:1")));
    return tar;
  }
}
