package dev.jacquard.kubernetes.image;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** As much of the OCI distribution specification as pushing and pulling takes, without TLS. */
final class LocalRegistry implements AutoCloseable {

  private record Manifest(String type, String content) {}

  private final HttpServer server;
  private final PlainDoor door;
  private final @Nullable String credentials;
  private final Map<String, byte[]> blobs = new ConcurrentHashMap<>();
  private final Map<String, Manifest> manifests = new ConcurrentHashMap<>();
  private final List<String> uploads = new CopyOnWriteArrayList<>();

  /**
   * Starts one.
   *
   * @param credentials {@code user:password} that it wants to hear; null: none
   */
  LocalRegistry(@Nullable String credentials) throws IOException {
    this.credentials = credentials;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/v2/", this::handle);
    server.start();
    door = new PlainDoor(server.getAddress());
  }

  String name() {
    return "localhost:" + door.port();
  }

  /** The digests of what was sent, in order. */
  List<String> uploads() {
    return uploads;
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (!knows(exchange.getRequestHeaders().getFirst("Authorization"))) {
        exchange.getResponseHeaders().add("WWW-Authenticate", "Basic realm=\"here\"");
        answer(exchange, 401, new byte[0]);
        return;
      }
      String path = exchange.getRequestURI().getPath();
      if (path.contains("/blobs/uploads")) {
        upload(exchange, path);
      } else if (path.contains("/blobs/")) {
        byte[] blob = blobs.get(path.substring(path.lastIndexOf('/') + 1));
        answer(exchange, blob == null ? 404 : 200, blob == null ? new byte[0] : blob);
      } else if (path.contains("/manifests/")) {
        manifest(exchange, path);
      } else {
        answer(exchange, 200, new byte[0]);
      }
    }
  }

  private boolean knows(@Nullable String authorization) {
    return credentials == null
        || ("Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(UTF_8)))
            .equals(authorization);
  }

  private void upload(HttpExchange exchange, String path) throws IOException {
    String query = exchange.getRequestURI().getQuery();
    switch (exchange.getRequestMethod()) {
      case "POST" -> {
        exchange.getResponseHeaders().add("Location", path + "one");
        answer(exchange, 202, new byte[0]);
      }
      case "PATCH" -> {
        byte[] content = exchange.getRequestBody().readAllBytes();
        blobs.put(digest(content), content);
        uploads.add(digest(content));
        exchange.getResponseHeaders().add("Location", path);
        answer(exchange, 202, new byte[0]);
      }
      default -> answer(exchange, query.contains("digest=") ? 201 : 400, new byte[0]);
    }
  }

  private void manifest(HttpExchange exchange, String path) throws IOException {
    if (exchange.getRequestMethod().equals("PUT")) {
      byte[] content = exchange.getRequestBody().readAllBytes();
      Manifest manifest =
          new Manifest(
              exchange.getRequestHeaders().getFirst("Content-Type"), new String(content, UTF_8));
      manifests.put(path, manifest);
      manifests.put(path.substring(0, path.lastIndexOf('/') + 1) + digest(content), manifest);
      exchange.getResponseHeaders().add("Docker-Content-Digest", digest(content));
      answer(exchange, 201, new byte[0]);
      return;
    }
    Manifest found = manifests.get(path);
    if (found == null) {
      answer(exchange, 404, "{\"errors\":[{\"code\":\"MANIFEST_UNKNOWN\"}]}".getBytes(UTF_8));
    } else {
      exchange.getResponseHeaders().add("Content-Type", found.type());
      answer(exchange, 200, found.content().getBytes(UTF_8));
    }
  }

  private static String digest(byte[] content) {
    return "sha256:" + HexFormat.of().formatHex(ImageLayers.sha256().digest(content));
  }

  private static void answer(HttpExchange exchange, int status, byte[] content) throws IOException {
    exchange.getRequestBody().readAllBytes();
    boolean head = exchange.getRequestMethod().equals("HEAD");
    if (head) {
      exchange.getResponseHeaders().add("Content-Length", Integer.toString(content.length));
    }
    exchange.sendResponseHeaders(status, head || content.length == 0 ? -1 : content.length);
    if (!head) {
      exchange.getResponseBody().write(content);
    }
  }

  @Override
  public void close() {
    door.close();
    server.stop(0);
  }
}
