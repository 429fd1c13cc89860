package dev.jacquard.worker.tls;

import io.grpc.netty.shaded.io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.shaded.io.netty.handler.ssl.ClientAuth;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslContext;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslContextBuilder;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A folder of certificates: {@code ca.pem} that has signed the others, {@code gateway.pem} and
 * {@code gateway-key.pem} for the engine, {@code worker.pem} and {@code worker-key.pem} for
 * workers. Each end shows its own and asks for the other's. Keys are PKCS #8, certificates X.509,
 * all in PEM.
 */
public final class TlsFolder {

  static final String AUTHORITY = "ca.pem";
  static final String GATEWAY = "gateway";
  static final String WORKER = "worker";

  /**
   * Of the store that a key passes through on its way from its file, and which is never written.
   * The usual type encrypts it with thousands of rounds of hashing, which cost a worker that starts
   * half a second of processor time.
   */
  private static final String IN_MEMORY = "JKS";

  private final Path folder;

  private TlsFolder(Path folder) {
    this.folder = folder;
  }

  /** Names a folder that has its files, or the part of them that one end needs. */
  public static TlsFolder at(Path folder) {
    return new TlsFolder(folder);
  }

  /**
   * Names a folder whose files are made if it has none: an authority of its own, and certificates
   * that are good for a year.
   *
   * @param hosts names and addresses by which workers reach the gateway
   * @throws IllegalArgumentException if the folder cannot be written
   */
  public static TlsFolder madeAt(Path folder, List<String> hosts) {
    return Files.exists(folder.resolve(AUTHORITY))
        ? at(folder)
        : issuedAt(folder, RunAuthority.make(), hosts);
  }

  /**
   * Names a folder whose files are made now, signed by an authority.
   *
   * @param hosts names and addresses by which workers reach the gateway
   * @throws IllegalArgumentException if the folder cannot be written
   */
  public static TlsFolder issuedAt(Path folder, RunAuthority authority, List<String> hosts) {
    try {
      Files.createDirectories(folder);
      authority.issue(folder, hosts);
      return at(folder);
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "Certificates must be written to " + folder + "; found " + e, e);
    }
  }

  /** The names of the files that a worker needs. */
  public static List<String> filesOfWorker() {
    return List.of(AUTHORITY, certificate(WORKER), key(WORKER));
  }

  static String certificate(String of) {
    return of + ".pem";
  }

  static String key(String of) {
    return of + "-key.pem";
  }

  /**
   * The engine's end.
   *
   * @throws IllegalArgumentException if a file is missing, or is not what its name says
   */
  public SslContext gateway() {
    try {
      SslContextBuilder builder =
          SslContextBuilder.forServer(file(certificate(GATEWAY)), file(key(GATEWAY)))
              .trustManager(file(AUTHORITY))
              .keyStoreType(IN_MEMORY)
              .clientAuth(ClientAuth.REQUIRE);
      return GrpcSslContexts.configure(builder).build();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (IllegalArgumentException e) {
      throw unusable(e);
    }
  }

  /**
   * A worker's end.
   *
   * @throws IllegalArgumentException if a file is missing, or is not what its name says
   */
  public SslContext worker() {
    try {
      return GrpcSslContexts.forClient()
          .trustManager(file(AUTHORITY))
          .keyManager(file(certificate(WORKER)), file(key(WORKER)))
          .keyStoreType(IN_MEMORY)
          .build();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (IllegalArgumentException e) {
      throw unusable(e);
    }
  }

  private File file(String name) {
    Path file = folder.resolve(name);
    if (!Files.isReadable(file)) {
      throw new IllegalArgumentException("it has no " + name + " that can be read");
    }
    return file.toFile();
  }

  private IllegalArgumentException unusable(IllegalArgumentException cause) {
    return new IllegalArgumentException(
        "Certificates must be in " + folder + ", as PEM files; found: " + cause.getMessage(),
        cause);
  }
}
