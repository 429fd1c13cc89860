package dev.jacquard.kubernetes.image;

import com.google.cloud.tools.jib.api.CredentialRetriever;
import com.google.cloud.tools.jib.api.ImageReference;
import com.google.cloud.tools.jib.api.InvalidImageReferenceException;
import com.google.cloud.tools.jib.api.RegistryImage;
import com.google.cloud.tools.jib.frontend.CredentialRetrieverFactory;
import dev.jacquard.kubernetes.image.ImageException.Kind;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** Images of registries, with the credentials that {@code docker login} has left. */
final class Registries {

  private Registries() {}

  /** Names an image of a registry. */
  static RegistryImage image(ImageReference name) {
    CredentialRetrieverFactory credentials = CredentialRetrieverFactory.forImage(name, event -> {});
    RegistryImage image = RegistryImage.named(name);
    for (CredentialRetriever retriever :
        new CredentialRetriever[] {
          credentials.dockerConfig(), credentials.wellKnownCredentialHelpers()
        }) {
      image.addCredentialRetriever(retriever);
    }
    return image;
  }

  /** Reads a name that is known to be one. */
  static ImageReference parse(String name) {
    try {
      return ImageReference.parse(name);
    } catch (InvalidImageReferenceException e) {
      throw new IllegalArgumentException(name + " is no name of an image.", e);
    }
  }

  /** Whether a registry is on this machine. */
  static boolean isHere(ImageReference name) {
    String registry = name.getRegistry();
    int colon = registry.lastIndexOf(':');
    String host = colon < 0 ? registry : registry.substring(0, colon);
    if (host.equals("localhost")) {
      return true;
    }
    try {
      // Names are not looked up: whoever answers for them could lead us elsewhere.
      return host.matches("[0-9.]+") && InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  /** Refuses to speak to a registry of another machine without TLS. */
  static void checkPlainHttp(ImageReference name) throws ImageException {
    if (!isHere(name)) {
      throw new ImageException(
          Kind.INPUT,
          "A registry without TLS must be on this machine, as in localhost:5000; found "
              + name.getRegistry()
              + ".");
    }
  }
}
