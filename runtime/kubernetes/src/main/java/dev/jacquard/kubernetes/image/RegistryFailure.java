package dev.jacquard.kubernetes.image;

import com.google.cloud.tools.jib.api.InsecureRegistryException;
import com.google.cloud.tools.jib.api.RegistryAuthenticationFailedException;
import com.google.cloud.tools.jib.api.RegistryException;
import com.google.cloud.tools.jib.api.RegistryUnauthorizedException;
import com.google.cloud.tools.jib.http.ResponseException;
import com.google.cloud.tools.jib.registry.RegistryCredentialsNotSentException;
import dev.jacquard.kubernetes.image.ImageException.Kind;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Says what went wrong between this machine and a registry. */
final class RegistryFailure {

  private RegistryFailure() {}

  /**
   * Explains what Jib has thrown.
   *
   * @param subject the image that was fetched or sent
   * @param sent whether it was sent
   */
  static ImageException explain(Throwable thrown, String subject, boolean sent) {
    String act = sent ? "sent to its registry" : "fetched from its registry";
    if (has(thrown, InsecureRegistryException.class)) {
      return unreachable(
          "The registry of %s must speak TLS; found that it does not. For a registry on this machine there is --insecure-registry."
              .formatted(subject),
          thrown);
    }
    if (has(thrown, RegistryCredentialsNotSentException.class)) {
      return unreachable(
          "%s could not be %s, which wants to know who you are; that is told with TLS alone."
              .formatted(subject, act),
          thrown);
    }
    if (has(thrown, RegistryUnauthorizedException.class)
        || has(thrown, RegistryAuthenticationFailedException.class)) {
      return unreachable(
          "%s could not be %s, which wants to know who you are, and did not accept it. Log in with docker login, or write ~/.docker/config.json. (%s)"
              .formatted(subject, act, words(thrown)),
          thrown);
    }
    Optional<Throwable> network = network(thrown);
    if (network.isPresent()) {
      return unreachable(
          "%s could not be %s, which could not be reached: %s"
              .formatted(subject, act, words(network.get())),
          thrown);
    }
    if (status(thrown) == 404 && !sent) {
      return new ImageException(
          Kind.INPUT, subject + " must be an image; its registry has none of that name.", thrown);
    }
    return new ImageException(
        Kind.FAILED, "%s could not be %s: %s".formatted(subject, act, words(thrown)), thrown);
  }

  private static ImageException unreachable(String message, Throwable cause) {
    return new ImageException(Kind.UNREACHABLE, message, cause);
  }

  private static boolean has(Throwable thrown, Class<? extends Throwable> kind) {
    return find(thrown, kind) != null;
  }

  private static <T extends Throwable> @Nullable T find(Throwable thrown, Class<T> kind) {
    for (Throwable each = thrown; each != null; each = each.getCause()) {
      if (kind.isInstance(each)) {
        return kind.cast(each);
      }
    }
    return null;
  }

  private static Optional<Throwable> network(Throwable thrown) {
    for (Throwable each = thrown; each != null; each = each.getCause()) {
      if (each instanceof ConnectException
          || each instanceof UnknownHostException
          || each instanceof SocketException
          || each instanceof SocketTimeoutException
          || each instanceof SSLException) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }

  private static int status(Throwable thrown) {
    ResponseException answer = find(thrown, ResponseException.class);
    return answer == null ? 0 : answer.getStatusCode();
  }

  /** The message of the cause that says most: the first that is no wrapping. */
  private static String words(Throwable thrown) {
    Throwable each = thrown;
    while (!(each instanceof RegistryException)
        && !(each instanceof IOException)
        && each.getCause() != null) {
      each = each.getCause();
    }
    String message = each.getMessage();
    return message == null ? each.getClass().getSimpleName() : message.strip();
  }
}
