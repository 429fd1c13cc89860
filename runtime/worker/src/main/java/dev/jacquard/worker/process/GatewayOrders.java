package dev.jacquard.worker.process;

import dev.jacquard.worker.v1.Decision;
import dev.jacquard.worker.v1.ToWorker;

/** Has done what the gateway asks of a worker that it has taken. */
record GatewayOrders(WorkerBatches batches, WorkerReplicas replicas) {

  void heed(ToWorker message) {
    switch (message.getKindCase()) {
      case SHARED -> batches.share(message.getShared());
      case FORGET -> batches.forget(message.getForget().getShared());
      case ASSIGN -> batches.assign(message.getAssign());
      case DECISION -> {
        Decision decision = message.getDecision();
        batches.answer(decision.getAssignment(), decision.getElement(), decision.getGoOn());
      }
      case PROCEED ->
          batches.answer(
              message.getProceed().getAssignment(), message.getProceed().getElement(), true);
      case TAKE_BACK -> batches.takeBack(message.getTakeBack().getAssignment());
      case CANCEL ->
          batches.cancel(message.getCancel().getAssignment(), message.getCancel().getLimit());
      case MAKE_REPLICA -> replicas.make(message.getMakeReplica());
      case CLOSE_REPLICA -> replicas.close(message.getCloseReplica().getReplica());
      default -> {}
    }
  }
}
