package dev.jacquard.worker.process;

import dev.jacquard.engine.code.ClassPath;
import dev.jacquard.engine.code.PathCode;
import dev.jacquard.worker.v1.CodeDescription;
import dev.jacquard.worker.v1.CodeEntry;
import dev.jacquard.worker.v1.DescribeRequest;
import dev.jacquard.worker.v1.FetchRequest;
import dev.jacquard.worker.v1.Surroundings;
import dev.jacquard.worker.v1.WorkerCodeGrpc;
import dev.jacquard.worker.wire.Compatibility;
import io.grpc.ManagedChannel;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Code that the gateway sends: jars that are not in the cache are fetched and checked. Takes over
 * the engine's locale, time zone and assertions for this process.
 */
public final class DeliveredCode implements CodeSupply {

  private static final Logger LOG = LoggerFactory.getLogger(DeliveredCode.class);
  private static final long PATIENCE_SECONDS = 30;

  private final GatewayChannel gateway;
  private final JarCache cache;
  private @Nullable CodeDescription known;
  private @Nullable PathCode code;

  /**
   * Makes a supply.
   *
   * @param cache a folder, which other workers may use at the same time
   * @param there jars that need not be fetched
   */
  public DeliveredCode(GatewayChannel gateway, Path cache, List<Path> there) {
    this.gateway = gateway;
    this.cache = new JarCache(cache, there);
  }

  @Override
  public Supplied get() throws IOException, RefusedException, InterruptedException {
    ManagedChannel channel = gateway.patient();
    try {
      WorkerCodeGrpc.WorkerCodeBlockingStub stub =
          WorkerCodeGrpc.newBlockingStub(channel).withInterceptors(gateway.credentials());
      CodeDescription description =
          stub.withDeadlineAfter(PATIENCE_SECONDS, TimeUnit.SECONDS)
              .describe(DescribeRequest.getDefaultInstance());
      PathCode opened = code;
      if (opened == null || !description.equals(known)) {
        opened = open(description, stub);
        code = opened;
        known = description;
      }
      return new Supplied(opened, takeOver(description.getSurroundings(), opened));
    } catch (StatusRuntimeException e) {
      String refusal = GatewayChannel.refusal(e);
      if (refusal != null) {
        throw new RefusedException(refusal);
      }
      throw new IOException("The gateway does not answer: " + e.getStatus(), e);
    } finally {
      GatewayChannel.close(channel);
    }
  }

  private PathCode open(CodeDescription description, WorkerCodeGrpc.WorkerCodeBlockingStub stub)
      throws IOException {
    List<Path> jars = new ArrayList<>(description.getEntriesCount());
    for (CodeEntry entry : description.getEntriesList()) {
      jars.add(
          cache.get(
              entry,
              () -> stub.fetch(FetchRequest.newBuilder().setDigest(entry.getDigest()).build())));
    }
    // Not by ClassPath.of: what their manifests name is in the list already.
    return PathCode.open(new ClassPath(List.copyOf(jars)));
  }

  private static Surroundings takeOver(Surroundings engine, PathCode code) {
    Locale.setDefault(Locale.forLanguageTag(engine.getLocale()));
    try {
      TimeZone.setDefault(TimeZone.getTimeZone(ZoneId.of(engine.getZone())));
    } catch (DateTimeException e) {
      LOG.warn("The engine's time zone {} is not known here.", engine.getZone(), e);
    }
    code.loader().setDefaultAssertionStatus(engine.getAssertions());
    return Compatibility.here(engine.getAssertions(), engine.getCode());
  }
}
