package dev.jacquard.cli;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import io.fabric8.kubernetes.api.model.authentication.TokenRequest;
import io.fabric8.kubernetes.api.model.authentication.TokenRequestBuilder;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.PolicyRuleBuilder;
import io.fabric8.kubernetes.api.model.rbac.RoleBindingBuilder;
import io.fabric8.kubernetes.api.model.rbac.RoleBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;

/** Somebody who may do what docs/kubernetes.md says that callers need, and nothing else. */
final class RestrictedCaller {

  private static final String NAME = "caller";
  private static final String RBAC = "rbac.authorization.k8s.io";

  private RestrictedCaller() {}

  private static List<PolicyRule> rights() {
    return List.of(
        rule("", "pods", "list", "watch"),
        rule("", "pods/portforward", "get", "create"),
        rule("batch", "jobs", "create", "patch", "deletecollection"),
        rule("", "serviceaccounts", "get"));
  }

  private static PolicyRule rule(String group, String resource, String... verbs) {
    return new PolicyRuleBuilder()
        .withApiGroups(group)
        .withResources(resource)
        .withVerbs(verbs)
        .build();
  }

  /** Makes the account, and writes a kubeconfig of it. */
  static Path kubeconfig(KubernetesClient administrator, String namespace, Path file)
      throws IOException {
    List<HasMetadata> objects =
        List.of(
            new ServiceAccountBuilder().withNewMetadata().withName(NAME).endMetadata().build(),
            new RoleBuilder()
                .withNewMetadata()
                .withName(NAME)
                .endMetadata()
                .withRules(rights())
                .build(),
            new RoleBindingBuilder()
                .withNewMetadata()
                .withName(NAME)
                .endMetadata()
                .withNewRoleRef(RBAC, "Role", NAME)
                .addNewSubject("", "ServiceAccount", NAME, namespace)
                .build());
    objects.forEach(
        object -> administrator.resource(object).inNamespace(namespace).serverSideApply());
    TokenRequest token =
        administrator
            .serviceAccounts()
            .inNamespace(namespace)
            .withName(NAME)
            .tokenRequest(
                new TokenRequestBuilder()
                    .withNewSpec()
                    .withExpirationSeconds(3600L)
                    .endSpec()
                    .build());
    return Files.writeString(file, text(administrator.getConfiguration(), token));
  }

  private static String text(Config config, TokenRequest token) throws IOException {
    return """
        apiVersion: v1
        kind: Config
        current-context: caller
        contexts: [{name: caller, context: {cluster: here, user: caller}}]
        clusters: [{name: here, cluster: {server: "%s", certificate-authority-data: %s}}]
        users: [{name: caller, user: {token: "%s"}}]
        """
        .formatted(config.getMasterUrl(), authority(config), token.getStatus().getToken());
  }

  private static String authority(Config config) throws IOException {
    if (config.getCaCertData() != null) {
      return config.getCaCertData();
    }
    byte[] pem = Files.readString(Path.of(config.getCaCertFile())).getBytes(StandardCharsets.UTF_8);
    return Base64.getEncoder().encodeToString(pem);
  }
}
