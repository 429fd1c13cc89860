package dev.jacquard.worker.gateway;

import dev.jacquard.engine.backend.Batch;

/** What becomes of batches whose worker or replica is lost, or will never come. */
final class Losses {

  private final Gateway gateway;
  private final Reports reports;
  private final Homes homes;
  private final Hopes hopes;
  private final Workers workers;
  private final GatewayOptions options;

  Losses(
      Gateway gateway,
      Reports reports,
      Homes homes,
      Hopes hopes,
      Workers workers,
      GatewayOptions options) {
    this.gateway = gateway;
    this.reports = reports;
    this.homes = homes;
    this.hopes = hopes;
    this.workers = workers;
    this.options = options;
  }

  /** What an assignment may have started may have taken its worker down. */
  void suspect(Assignment assignment) {
    Delivery delivery = assignment.delivery();
    Batch batch = delivery.batch();
    if (!assignment.careful()) {
      int reach = Math.max(batch.next(), delivery.next() + options.suspects());
      delivery.suspectTo(Math.min(reach, batch.limit()));
    } else if (assignment.started() && delivery.died() >= options.lives()) {
      reports.poison(delivery, options.lives());
    }
  }

  /** A replica could not be made again: what was not reported of its calls is the engine's. */
  void homeless(Home home) {
    for (Delivery delivery : gateway.deliveries()) {
      if (home.equals(delivery.home())) {
        delivery.batch().retreatTo(delivery.next());
        gateway.finish(delivery);
      }
    }
  }

  /** What waits for a worker waits no longer when none will come. */
  void failWithoutHope() {
    if (!hopes.anyLost()) {
      return;
    }
    homes.failHopeless(hopes);
    for (Delivery delivery : gateway.deliveries()) {
      if (lost(delivery.pool())) {
        while (!delivery.over()) {
          reports.hopeless(delivery, hopes.of(delivery.pool().name()).reason());
        }
        gateway.finish(delivery);
      }
    }
  }

  private boolean lost(WorkerPool pool) {
    return hopes.of(pool.name()).lost() && workers.none(pool);
  }
}
