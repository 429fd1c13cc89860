package dev.jacquard.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.jacquard.cli.Command.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RegistryCommandsTest {

  @TempDir Path folder;
  private Path shop;
  private Command command;

  @BeforeEach
  void packShop() {
    shop = ShopCode.in(folder.resolve("classes"));
    command = new Command().environment("JACQUARD_REGISTRY", folder.resolve("registry"));
  }

  @Test
  void registryMustBeAFolder() throws Exception {
    Path file = Files.createFile(folder.resolve("file"));
    for (String name : List.of("list", "run")) {
      Outcome outcome =
          name.equals("list")
              ? command.run(name, "--registry", file)
              : command.run(name, "--registry", file, "detectAnomalies");
      assertThat(outcome.err())
          .isEqualTo("jacquard: --registry must be a folder; found a file: " + file + ".\n");
      assertThat(outcome.code()).isEqualTo(2);
    }
  }

  @Test
  void registryThatMayNotBeReadIsNotTakenForAnEmptyOne() throws Exception {
    Path closed = Files.createDirectory(folder.resolve("closed"));
    assumeThat(closed.toFile().setReadable(false)).isTrue();
    assumeThat(Files.isReadable(closed)).as("root may read everything").isFalse();
    assertThat(command.run("list", "--registry", closed).err())
        .contains("--registry must be a folder that you may read; found " + closed);
  }

  @Test
  void registeredWorkflowRunsByNameAfterItsCodeIsGone() throws Exception {
    Outcome registered = command.run("register", shop, "--name", "shop", "--version", "1.0");
    assertThat(registered.code()).isZero();
    assertThat(registered.out())
        .startsWith("registered shop@1.0  (code ")
        .endsWith(
            """
              shop.Shop.countLines
              shop.Shop.describeOrder
              shop.Shop.detectAnomalies
              shop.Shop.hangOn
            """);
    assertThat(command.run("register", shop, "--name", "shop", "--version", "1.0").out())
        .startsWith("already registered: shop@1.0");

    delete(shop);
    for (String name :
        new String[] {
          "detectAnomalies",
          "shop.Shop.detectAnomalies@1.0",
          "shop/detectAnomalies",
          "shop@1.0/Shop.detectAnomalies"
        }) {
      assertThat(command.run("run", name).out()).as(name).isEqualTo("\"paged 5\"\n");
    }
    assertThat(command.run("graph", "shop/countLines").out())
        .startsWith("shop.Shop.countLines(List<String> textLines)");
  }

  @Test
  void listShowsWhatIsRegistered() {
    Outcome empty = command.run("list");
    assertThat(empty.code()).isZero();
    assertThat(empty.out()).isEmpty();
    assertThat(empty.err()).startsWith("Nothing is registered in ");

    command.run("register", shop, "--name", "shop", "--version", "1.0");
    assertThat(command.run("list").out())
        .containsPattern(
            "shop@1\\.0  \\(registered \\d{4}-.*Z, code [0-9a-f]{12}\\)\n  shop.Shop.countLines\n");
    assertThat(command.run("list", "--jar", shop).out()).startsWith("shop.Shop.countLines\n");
  }

  @Test
  void brokenCodeIsRefusedWithAllProblems() throws Exception {
    Files.delete(shop.resolve("shop/ShopHandlers$count.class"));
    Files.delete(shop.resolve("shop/Color.class"));
    Outcome outcome = command.run("register", shop);
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err())
        .contains("Nothing was registered")
        .contains("shop.ShopHandlers$count; there is none")
        .contains("shop.Color, which is not there");
  }

  @Test
  void variableGivesTheClassPathOfWhatIsNotRegistered() {
    Command fallback = command.environment("JACQUARD_CLASSPATH", shop);
    assertThat(fallback.run("run", "detectAnomalies").out()).isEqualTo("\"paged 5\"\n");
    assertThat(fallback.run("list").out())
        .startsWith("not registered, on $JACQUARD_CLASSPATH:\n  shop.Shop.countLines");
  }

  @Test
  void nameThatIsNowhereSaysWhatToDo() {
    command.run("register", shop, "--name", "shop", "--version", "1.0");
    Outcome outcome = command.run("run", "shopp");
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err())
        .contains("No workflow is registered as shopp. Did you mean shop?")
        .contains("--jar or --classpath")
        .contains("(registry: " + folder.resolve("registry") + ")");
  }

  @Test
  void versionThatIsNotThereBringsThoseThatAre() {
    command.run("register", shop, "--name", "shop", "--version", "1.0");
    for (String name : new String[] {"detectAnomalies@1.1", "shop@1.1/detectAnomalies"}) {
      Outcome outcome = command.run("run", name);
      assertThat(outcome.code()).isEqualTo(2);
      assertThat(outcome.err())
          .contains("No workflow is registered as " + name + ". Its versions are: 1.0.");
    }
  }

  @Test
  void damagedSpecIsToldOnceWithItsRepair() throws Exception {
    Files.write(shop.resolve("META-INF/jacquard/shop.Shop.hangOn.pb"), new byte[] {1, 2, 3});
    Outcome outcome = command.run("register", shop);
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err())
        .contains("Compile its class again: (shop.Shop.hangOn)\n  Maven:\n    mvn clean package")
        .doesNotContain("Caller and callee");
  }

  @Test
  void registryThatCannotBeWrittenIsSaidPlainly() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "");
    Outcome outcome = command.environment("JACQUARD_REGISTRY", file).run("register", shop);
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err())
        .isEqualTo(
            "jacquard: The registry "
                + file
                + " cannot be written: "
                + file
                + " is a file. Another folder is given by --registry or $JACQUARD_REGISTRY.\n");
  }

  @Test
  void listOfCodeWithoutWorkflowsSaysSo() throws Exception {
    Path empty = Files.createDirectories(folder.resolve("empty"));
    assertThat(command.run("list", "--jar", empty).err())
        .isEqualTo("There is no workflow on the class path " + empty + ".\n");
  }

  private static void delete(Path directory) throws Exception {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
