package dev.jacquard.cli;

import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import io.fabric8.kubernetes.api.model.authentication.TokenRequest;
import io.fabric8.kubernetes.api.model.authentication.TokenRequestBuilder;
import io.fabric8.kubernetes.api.model.authorization.v1.SubjectAccessReview;
import io.fabric8.kubernetes.api.model.authorization.v1.SubjectAccessReviewBuilder;
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
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/** Somebody with an account of a namespace. */
final class RestrictedCaller {

  private static final String RBAC = "rbac.authorization.k8s.io";

  private RestrictedCaller() {}

  /** What docs/kubernetes.md says that callers need, and nothing else. */
  static List<PolicyRule> documented() {
    return List.of(
        rule("", "pods", "list", "watch"),
        rule("", "pods/portforward", "get", "create"),
        rule("batch", "jobs", "create", "patch", "deletecollection"),
        rule("", "serviceaccounts", "get"));
  }

  static PolicyRule rule(String group, String resource, String... verbs) {
    return new PolicyRuleBuilder()
        .withApiGroups(group)
        .withResources(resource)
        .withVerbs(verbs)
        .build();
  }

  /** Makes the account, and writes a kubeconfig of it. */
  static Path kubeconfig(
      KubernetesClient administrator, String namespace, List<PolicyRule> rights, Path folder)
      throws IOException {
    String name = "caller-" + rights.size();
    List<HasMetadata> objects =
        List.of(
            new ServiceAccountBuilder().withNewMetadata().withName(name).endMetadata().build(),
            new RoleBuilder()
                .withNewMetadata()
                .withName(name)
                .endMetadata()
                .withRules(rights)
                .build(),
            new RoleBindingBuilder()
                .withNewMetadata()
                .withName(name)
                .endMetadata()
                .withNewRoleRef(RBAC, "Role", name)
                .addNewSubject("", "ServiceAccount", name, namespace)
                .build());
    objects.forEach(
        object -> administrator.resource(object).inNamespace(namespace).serverSideApply());
    awaitRights(administrator, namespace, name, rights);
    TokenRequest token =
        administrator
            .serviceAccounts()
            .inNamespace(namespace)
            .withName(name)
            .tokenRequest(
                new TokenRequestBuilder()
                    .withNewSpec()
                    .withExpirationSeconds(3600L)
                    .endSpec()
                    .build());
    return Files.writeString(folder.resolve(name), text(administrator.getConfiguration(), token));
  }

  /** The API server hears of a new role a little later. */
  private static void awaitRights(
      KubernetesClient administrator, String namespace, String name, List<PolicyRule> rights) {
    String user = "system:serviceaccount:" + namespace + ":" + name;
    await()
        .atMost(Duration.ofMinutes(2))
        .until(
            () ->
                rights.stream()
                    .flatMap(right -> reviews(user, namespace, right))
                    .allMatch(
                        review ->
                            administrator.resource(review).create().getStatus().getAllowed()));
  }

  private static Stream<SubjectAccessReview> reviews(
      String user, String namespace, PolicyRule right) {
    String[] resource = right.getResources().get(0).split("/", 2);
    return right.getVerbs().stream()
        .map(
            verb ->
                new SubjectAccessReviewBuilder()
                    .withNewSpec()
                    .withUser(user)
                    .withNewResourceAttributes()
                    .withNamespace(namespace)
                    .withGroup(right.getApiGroups().get(0))
                    .withResource(resource[0])
                    .withSubresource(resource.length > 1 ? resource[1] : "")
                    .withVerb(verb)
                    .endResourceAttributes()
                    .endSpec()
                    .build());
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
