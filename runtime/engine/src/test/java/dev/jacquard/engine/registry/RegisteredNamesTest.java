package dev.jacquard.engine.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RegisteredNamesTest {

  private final RegisteredNames names =
      new RegisteredNames(
          List.of(
              entry("shop", "1.0", "shop.Anomaly.detect", "shop.Text.count"),
              entry("shop", "1.1", "shop.Anomaly.detect", "shop.Text.count"),
              entry("solo", "7", "solo.Main.run"),
              entry("other", "2", "other.Text.count")));

  @ParameterizedTest
  @CsvSource({
    "shop.Anomaly.detect,     shop@1.1/shop.Anomaly.detect",
    "shop.Anomaly.detect@1.0, shop@1.0/shop.Anomaly.detect",
    "detect,                  shop@1.1/shop.Anomaly.detect",
    "detect@1.0,              shop@1.0/shop.Anomaly.detect",
    "solo,                    solo@7/solo.Main.run",
    "solo@7,                  solo@7/solo.Main.run",
    "shop/count,              shop@1.1/shop.Text.count",
    "shop@1.0/Text.count,     shop@1.0/shop.Text.count",
    "shop.Text.count,         shop@1.1/shop.Text.count",
  })
  void nameMeansOneWorkflow(String reference, String label) {
    assertThat(names.resolve(reference).label()).isEqualTo(label);
  }

  @Test
  void ambiguousNameNamesAllThatItCouldMean() {
    assertThatThrownBy(() -> names.resolve("count"))
        .hasMessage(
            """
            count could be any of these; say which:
              shop@1.1/shop.Text.count
              other@2/other.Text.count\
            """);
    assertThatThrownBy(() -> names.resolve("shop"))
        .hasMessageContaining("shop@1.1/shop.Anomaly.detect\n  shop@1.1/shop.Text.count");
  }

  @ParameterizedTest
  @CsvSource({
    "shpo, shop",
    "shop.Anomaly.detcet, shop.Anomaly.detect",
    "Anomaly.detekt, shop.Anomaly.detect"
  })
  void unknownNameBringsTheNearest(String reference, String nearest) {
    assertThatThrownBy(() -> names.resolve(reference))
        .hasMessageStartingWith(
            "No workflow is registered as " + reference + ". Did you mean " + nearest + "?");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "solo@8                  | 7",
        "shop@7/Anomaly.detect   | 1.0, 1.1",
      })
  void unknownVersionBringsThoseThatThereAre(String reference, String versions) {
    assertThatThrownBy(() -> names.resolve(reference))
        .hasMessage(
            "No workflow is registered as " + reference + ". Its versions are: " + versions + ".");
  }

  private static RegistryEntry entry(String name, String version, String... workflows) {
    TreeMap<String, String> graphs = new TreeMap<>();
    for (String workflow : workflows) {
      graphs.put(workflow, "g");
    }
    return new RegistryEntry(name, version, Instant.EPOCH, List.of(), graphs);
  }
}
