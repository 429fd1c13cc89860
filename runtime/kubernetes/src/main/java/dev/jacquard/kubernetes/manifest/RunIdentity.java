package dev.jacquard.kubernetes.manifest;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * By what the workers of a run and its engine know each other. Who has it can be the run's engine.
 * Immutable.
 *
 * @param authority the certificate of the authority that signs both ends', as PEM
 * @param authorityKey its key, as PEM
 * @param tokenKey from which the tokens of pools follow, as text
 */
public record RunIdentity(String authority, String authorityKey, String tokenKey) {

  private static final String AUTHORITY = "authority.pem";
  private static final String AUTHORITY_KEY = "authority-key.pem";
  private static final String TOKEN_KEY = "token-key";

  /** Reads the Secret in which it is kept; empty if that has something else. */
  public static Optional<RunIdentity> from(Secret secret) {
    Map<String, String> data = secret.getData() == null ? Map.of() : secret.getData();
    RunIdentity found =
        new RunIdentity(text(data, AUTHORITY), text(data, AUTHORITY_KEY), text(data, TOKEN_KEY));
    boolean whole =
        !found.authority.isEmpty() && !found.authorityKey.isEmpty() && !found.tokenKey.isEmpty();
    return whole ? Optional.of(found) : Optional.empty();
  }

  private static String text(Map<String, String> data, String name) {
    return new String(Base64.getDecoder().decode(data.getOrDefault(name, "")), UTF_8);
  }

  /** Writes the Secret in which it is kept for a later engine. */
  public Secret secret(RunNames names) {
    return new SecretBuilder()
        .withNewMetadata()
        .withName(names.engine())
        .withLabels(names.labels())
        .withAnnotations(Map.of(RunNames.NAME, names.name()))
        .endMetadata()
        .withType("Opaque")
        .withStringData(
            new TreeMap<>(
                Map.of(AUTHORITY, authority, AUTHORITY_KEY, authorityKey, TOKEN_KEY, tokenKey)))
        .build();
  }

  // Both keys are nobody's to read.
  @Override
  public String toString() {
    return "the identity of a run";
  }
}
