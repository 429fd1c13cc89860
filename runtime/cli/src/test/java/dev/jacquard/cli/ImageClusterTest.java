package dev.jacquard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An image that was built here, in a pod that may do as little as a pod can. */
@Tag("cluster")
final class ImageClusterTest {

  @TempDir Path folder;

  @Test
  void imageRunsTheCommandWithoutAnyRights() throws Exception {
    Path shop = Files.createDirectory(folder.resolve("shop"));
    try (RestrictedNamespace namespace =
        RestrictedNamespace.required(folder, "--jar", ShopCode.in(shop))) {
      assertThat(log(namespace, "version", "[--version]")).contains("jacquard ");
      assertThat(log(namespace, "worker", "[worker, --help]")).contains("Usage: jacquard worker");
      assertThat(log(namespace, "list", "[run, countLines, --help]"))
          .contains("Usage: jacquard run [options] shop.Shop.countLines");
    }
  }

  private static String log(RestrictedNamespace namespace, String name, String words) {
    Pod pod =
        Serialization.unmarshal(
            """
            apiVersion: v1
            kind: Pod
            metadata: {name: %s}
            spec:
              restartPolicy: Never
              automountServiceAccountToken: false
              securityContext: {runAsNonRoot: true, seccompProfile: {type: RuntimeDefault}}
              containers:
                - name: jacquard
                  image: %s
                  args: %s
                  securityContext:
                    allowPrivilegeEscalation: false
                    readOnlyRootFilesystem: true
                    capabilities: {drop: [ALL]}
                  volumeMounts: [{name: scratch, mountPath: /tmp}]
              volumes: [{name: scratch, emptyDir: {}}]
            """
                .formatted(name, namespace.image(), words),
            Pod.class);
    var pods = namespace.client().pods().inNamespace(namespace.name());
    pods.resource(pod).create();
    Pod ended =
        pods.withName(name)
            .waitUntilCondition(
                now ->
                    now != null
                        && Set.of("Succeeded", "Failed").contains(now.getStatus().getPhase()),
                2,
                TimeUnit.MINUTES);
    String log = pods.withName(name).getLog();
    assertThat(ended.getStatus().getPhase()).as(log).isEqualTo("Succeeded");
    return log;
  }
}
