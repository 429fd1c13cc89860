package dev.jacquard.worker.process;

import dev.jacquard.engine.time.SystemClock;
import dev.jacquard.spi.FolderBlobStore;
import dev.jacquard.worker.transfer.EventLoops;
import dev.jacquard.worker.v1.WorkerGatewayGrpc;
import io.grpc.ManagedChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Many workers in one process: real sessions on connections of their own, which share threads. */
public final class Crowd implements AutoCloseable {

  private static final String POOL = "plain";

  private final SystemClock clock = new SystemClock();
  private final EventLoops loops = new EventLoops(1);
  private final Flusher flusher = new Flusher();
  private final List<Member> members = new ArrayList<>();

  private record Member(String instance, WorkerSession session, ManagedChannel channel) {}

  /** Lets so many workers of one slot connect. */
  public Crowd(GatewayChannel gateway, CodeSupply.Supplied code, int workers) {
    PlanCatalogue catalogue = new PlanCatalogue(code.code());
    for (int i = 0; i < workers; i++) {
      WorkerSettings settings =
          new WorkerSettings(
              gateway,
              POOL,
              "crowd-" + i,
              1,
              () -> code,
              FolderBlobStore.ofUser(),
              WorkerOffloads.none(),
              Duration.ofSeconds(5));
      WorkerSession session = new WorkerSession(settings, code, clock, catalogue, flusher);
      ManagedChannel channel = gateway.direct(loops);
      members.add(new Member(settings.instance(), session, channel));
      WorkerGatewayGrpc.newStub(channel).withInterceptors(gateway.credentials()).serve(session);
      session.greet();
    }
  }

  /** How many are with the gateway. */
  public long welcome() {
    return members.stream().filter(member -> member.session().welcome()).count();
  }

  /** How many have been sent away, or have lost the gateway. */
  public long ended() {
    return members.stream().filter(member -> member.session().over().isDone()).count();
  }

  /** Ends one, whatever it is about, without a word; returns its name. */
  public String kill(int number) {
    Member unlucky = members.get(number);
    unlucky.channel().shutdownNow();
    return unlucky.instance();
  }

  @Override
  public void close() {
    for (Member member : members) {
      member.session().end(SessionOutcome.BROKEN, "");
      member.channel().shutdownNow();
    }
    for (Member member : members) {
      member.session().settle();
    }
    flusher.close();
    loops.close();
    clock.close();
  }
}
