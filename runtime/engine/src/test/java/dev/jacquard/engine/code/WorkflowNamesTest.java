package dev.jacquard.engine.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WorkflowNamesTest {

  private static final Set<String> IDS =
      Set.of(
          "shop.anomaly.Detection.detect",
          "shop.text.Words.count",
          "shop.text.Outer$Inner.count",
          "detect.x.Y.run");

  @ParameterizedTest
  @CsvSource({
    "shop.anomaly.Detection.detect, shop.anomaly.Detection.detect",
    "Detection.detect, shop.anomaly.Detection.detect",
    "detect, shop.anomaly.Detection.detect",
    "Inner.count, shop.text.Outer$Inner.count",
    "Words.count, shop.text.Words.count",
  })
  void wholeIdOrUniqueEndIsFound(String name, String id) {
    assertThat(WorkflowNames.resolve(name, IDS)).isEqualTo(id);
  }

  @Test
  void endOfSeveralNamesThemAll() {
    assertThatThrownBy(() -> WorkflowNames.resolve("count", IDS))
        .hasMessage(
            """
            count could be any of these workflows; give more of the name:
              shop.text.Outer$Inner.count
              shop.text.Words.count""");
  }

  @ParameterizedTest
  @CsvSource({
    "detcet, shop.anomaly.Detection.detect",
    "detection.Detect, shop.anomaly.Detection.detect",
    "shop.anomaly.Detektion.detect, shop.anomaly.Detection.detect",
    "Word.count, shop.text.Words.count",
  })
  void misspelledNameBringsTheNearest(String name, String near) {
    assertThatThrownBy(() -> WorkflowNames.resolve(name, IDS))
        .hasMessageStartingWith("No workflow is named " + name + ". Did you mean " + near + "?");
  }

  @Test
  void farNameBringsTheListAlone() {
    assertThatThrownBy(() -> WorkflowNames.resolve("weave", IDS))
        .hasMessageStartingWith("No workflow is named weave. These are here:\n  detect.x.Y.run\n")
        .hasMessageNotContaining("Did you mean");
  }
}
