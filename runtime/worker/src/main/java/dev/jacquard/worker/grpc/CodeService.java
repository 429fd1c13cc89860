package dev.jacquard.worker.grpc;

import dev.jacquard.worker.transfer.PartsPump;
import dev.jacquard.worker.v1.CodeDescription;
import dev.jacquard.worker.v1.DescribeRequest;
import dev.jacquard.worker.v1.FetchRequest;
import dev.jacquard.worker.v1.Part;
import dev.jacquard.worker.v1.WorkerCodeGrpc;
import dev.jacquard.worker.wire.CodeOffer;
import io.grpc.Status;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where workers get the code. */
final class CodeService extends WorkerCodeGrpc.WorkerCodeImplBase {

  private final CodeOffer offer;
  private final WaitingRoom room;

  CodeService(CodeOffer offer, WaitingRoom room) {
    this.offer = offer;
    this.room = room;
  }

  @Override
  public void describe(DescribeRequest request, StreamObserver<CodeDescription> out) {
    String pool = BearerTokens.POOL.get();
    WaitingRoom.Guest guest = new Asker((ServerCallStreamObserver<CodeDescription>) out);
    ((ServerCallStreamObserver<CodeDescription>) out)
        .setOnCancelHandler(() -> room.forget(pool, guest));
    room.enter(pool, guest);
  }

  /** A worker that has asked for the code; it may have given up by the time of the answer. */
  private final class Asker implements WaitingRoom.Guest {

    private final ServerCallStreamObserver<CodeDescription> out;

    Asker(ServerCallStreamObserver<CodeDescription> out) {
      this.out = out;
    }

    @Override
    public void comeIn() {
      out.onNext(offer.description());
      out.onCompleted();
    }

    @Override
    public void leave(String reason) {
      out.onError(Status.PERMISSION_DENIED.withDescription(reason).asRuntimeException());
    }
  }

  @Override
  public void fetch(FetchRequest request, StreamObserver<Part> out) {
    Path jar = offer.find(request.getDigest());
    if (jar == null) {
      out.onError(
          Status.NOT_FOUND
              .withDescription("A worker must ask for jars of the class path that it was told.")
              .asRuntimeException());
      return;
    }
    try {
      PartsPump.start(Files.newInputStream(jar), (ServerCallStreamObserver<Part>) out);
    } catch (IOException e) {
      out.onError(Status.UNAVAILABLE.withDescription(e.toString()).asRuntimeException());
    }
  }
}
