package dev.jacquard.server.service;

import dev.jacquard.BlobRef;
import dev.jacquard.engine.code.ClassPath;
import dev.jacquard.engine.code.PathCode;
import dev.jacquard.kubernetes.pool.PoolPods;
import dev.jacquard.server.service.RuntimeOpener.Opened;
import dev.jacquard.server.v1.StartRequest;
import dev.jacquard.spi.BlobStore;
import dev.jacquard.worker.v1.CodeEntry;
import dev.jacquard.worker.v1.Surroundings;
import dev.jacquard.worker.wire.CodeDigest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A runtime for each application and manner: executions that are alike share one, and its warm
 * pools. One that nothing has run on for long, and that has no warm pods, is closed. Thread-safe.
 */
final class HostedRuntimes implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(HostedRuntimes.class);

  private final BlobStore store;
  private final Path folder;
  private final RuntimeOpener opener;
  private final LongSupplier nanos;
  private final Map<String, Hosted> open = new HashMap<>();
  private boolean closed;

  /**
   * Has none yet.
   *
   * @param store where jars are, by their digests
   * @param folder where they are put as files
   */
  HostedRuntimes(BlobStore store, Path folder, RuntimeOpener opener, LongSupplier nanos) {
    this.store = store;
    this.folder = folder;
    this.opener = opener;
    this.nanos = nanos;
  }

  /** A runtime in use; {@link #close} gives it back. */
  final class Hosted implements AutoCloseable {

    private final String key;
    // Guarded by HostedRuntimes.this.
    private int users;
    private long idleSince;
    // Guarded by this alone: opening takes its time.
    private @Nullable PathCode code;
    private volatile @Nullable Opened opened;
    private boolean ended;

    private Hosted(String key) {
      this.key = key;
    }

    PathCode code() {
      return Objects.requireNonNull(code);
    }

    Opened opened() {
      return Objects.requireNonNull(opened);
    }

    List<PoolPods> pods() {
      return opened().pods().get();
    }

    /** Pods go by themselves when nobody has needed them for as long as they are kept warm. */
    private boolean isWarm() {
      Opened own = opened;
      return own != null && own.pods().get().stream().anyMatch(pool -> pool.serving() > 0);
    }

    private synchronized void open(StartRequest request) throws IOException {
      refuse(ended);
      if (opened != null) {
        return;
      }
      PathCode own = load(request);
      try {
        opened =
            opener.open(
                key, own, request.getWorkflow(), request.getSurroundings(), request.getManner());
        code = own;
      } catch (RuntimeException | Error e) {
        own.close();
        throw e;
      }
    }

    private synchronized void end() {
      if (ended || opened == null) {
        ended = true;
        return;
      }
      ended = true;
      try {
        opened.runtime().close();
      } catch (RuntimeException e) {
        LOG.warn("A runtime must close; found {}", e.toString(), e);
      }
      code().close();
    }

    /** It has broken down: whoever comes next gets another. */
    void discard() {
      synchronized (HostedRuntimes.this) {
        open.remove(key, this);
      }
      end();
    }

    @Override
    public void close() {
      synchronized (HostedRuntimes.this) {
        users--;
        idleSince = nanos.getAsLong();
      }
    }
  }

  /**
   * Returns a runtime for an execution; whoever gets it closes it in the end.
   *
   * @throws IllegalArgumentException if what is asked for cannot be
   * @throws IllegalStateException if they are being closed
   * @throws IOException if its jars are not here
   */
  Hosted use(StartRequest request) throws IOException {
    Hosted hosted;
    synchronized (this) {
      refuse(closed);
      hosted = open.computeIfAbsent(key(request), Hosted::new);
      hosted.users++;
    }
    try {
      hosted.open(request);
      return hosted;
    } catch (RuntimeException | Error | IOException e) {
      hosted.close();
      throw e;
    }
  }

  private static void refuse(boolean over) {
    if (over) {
      throw new IllegalStateException("No execution is started by an engine that ends.");
    }
  }

  private PathCode load(StartRequest request) throws IOException {
    List<Path> jars = new ArrayList<>(request.getCodeCount());
    for (CodeEntry entry : request.getCodeList()) {
      jars.add(jar(entry));
    }
    // Not by ClassPath.of: what their manifests name is in the list already.
    PathCode code = PathCode.open(new ClassPath(jars));
    code.loader().setDefaultAssertionStatus(request.getSurroundings().getAssertions());
    return code;
  }

  private Path jar(CodeEntry entry) throws IOException {
    Path jar = folder.resolve(entry.getDigest() + ".jar");
    if (!Files.exists(jar)) {
      Path incoming = Files.createTempFile(Files.createDirectories(folder), "incoming", "");
      try (InputStream bytes = store.open(new BlobRef(entry.getDigest(), entry.getSize()))) {
        Files.copy(bytes, incoming, StandardCopyOption.REPLACE_EXISTING);
        Files.move(incoming, jar, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(incoming);
      }
    }
    return jar;
  }

  private static String key(StartRequest request) {
    StringBuilder text = new StringBuilder();
    request.getCodeList().forEach(entry -> text.append(entry.getDigest()).append('\n'));
    HexFormat hex = HexFormat.of();
    // Its digest of the code is of files there; the jars have their own.
    Surroundings surroundings = request.getSurroundings().toBuilder().clearCode().build();
    text.append(hex.formatHex(surroundings.toByteArray())).append('\n');
    text.append(hex.formatHex(request.getManner().toByteArray()));
    return CodeDigest.of(text.toString());
  }

  /** Closes those that have not been used for so long, and have nothing that is kept warm. */
  void closeIdle(Duration longest) {
    List<Hosted> old = new ArrayList<>();
    synchronized (this) {
      open.values()
          .removeIf(
              hosted -> {
                boolean idle =
                    hosted.users == 0
                        && nanos.getAsLong() - hosted.idleSince >= longest.toNanos()
                        && !hosted.isWarm();
                if (idle) {
                  old.add(hosted);
                }
                return idle;
              });
    }
    old.forEach(Hosted::end);
  }

  @Override
  public void close() {
    List<Hosted> all;
    synchronized (this) {
      closed = true;
      all = List.copyOf(open.values());
      open.clear();
    }
    all.forEach(Hosted::end);
  }
}
