package dev.jacquard.engine.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacquard.engine.plan.Chain;
import dev.jacquard.engine.plan.ChainSource;
import dev.jacquard.engine.plan.Input;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ElementCostsTest {

  private final ElementCosts costs = new ElementCosts();

  private static Chain chain(@Nullable ChainSource source) {
    return new Chain(1, List.of(), new Input(0, null), List.of(), List.of(), null, source);
  }

  private static Chain chain(String version, int number) {
    return chain(new ChainSource("shop.Pipeline.run", version, number, List.of()));
  }

  @Test
  void nothingIsKnownOfAChainThatNoMapHasRun() {
    costs.learn(chain("1", 0), 10, 1_000);
    assertThat(costs.of(chain("1", 1))).isZero();
    assertThat(costs.of(chain("2", 0))).isZero();
    assertThat(costs.of(chain(null))).isZero();
  }

  @Test
  void lastMapOverTheSameChainIsRemembered() {
    costs.learn(chain("1", 0), 10, 1_000);
    costs.learn(chain("1", 0), 4, 2_000);
    assertThat(costs.of(chain("1", 0))).isEqualTo(500);
  }

  @Test
  void mapThatCarriedOutNothingTeachesNothing() {
    costs.learn(chain("1", 0), 10, 1_000);
    costs.learn(chain("1", 0), 0, 0);
    assertThat(costs.of(chain("1", 0))).isEqualTo(100);
  }

  @Test
  void chainsOfLongAgoAreForgotten() {
    for (int number = 0; number <= 1024; number++) {
      costs.learn(chain("1", number), 1, 7);
    }
    assertThat(costs.of(chain("1", 0))).isZero();
    assertThat(costs.of(chain("1", 1024))).isEqualTo(7);
  }
}
