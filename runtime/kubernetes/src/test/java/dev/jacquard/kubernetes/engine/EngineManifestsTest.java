package dev.jacquard.kubernetes.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an engine in a cluster is made of. */
class EngineManifestsTest {

  @Test
  void accountIsMadeWhenAllElseIsThere() {
    List<HasMetadata> objects = EngineManifests.baseInOrder();
    assertThat(objects).containsExactlyInAnyOrderElementsOf(EngineManifests.base());
    assertThat(objects).last().isInstanceOf(ServiceAccount.class);
    assertThat(objects).filteredOn(ServiceAccount.class::isInstance).hasSize(1);
  }
}
