package dev.jacquard.cli.graph;

import dev.jacquard.cli.Golden;
import dev.jacquard.cli.ShopSpecs;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class GraphFormatTest {

  @ParameterizedTest
  @EnumSource
  void anomalyDetection(GraphFormat format) {
    Golden.check("graph-detectAnomalies." + format, format.write(ShopSpecs.detectAnomalies()));
  }
}
