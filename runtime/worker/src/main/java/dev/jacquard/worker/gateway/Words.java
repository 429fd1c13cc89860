package dev.jacquard.worker.gateway;

import dev.jacquard.worker.gateway.GatewayEvent.OfWorker;

/** What a worker says of its assignments and replicas, handed to whom it concerns. */
final class Words {

  private final Gateway gateway;
  private final Reports reports;
  private final Homes homes;

  Words(Gateway gateway, Reports reports, Homes homes) {
    this.gateway = gateway;
    this.reports = reports;
    this.homes = homes;
  }

  /** Heeds a word that counts. */
  void heed(Session session, OfWorker event) {
    if (event instanceof OfWorker.Made made) {
      homes.made(session, made.home());
    } else if (event instanceof OfWorker.NotMade failed) {
      homes.failed(session, failed.home(), failed.cause());
    } else if (event instanceof OfWorker.Closed closed) {
      homes.closed(session, closed.home());
    } else if (event instanceof OfWorker.Alive alive) {
      alive.calls().forEach(call -> note(session, call));
    } else {
      Assignment assignment = session.running(assignmentOf(event));
      if (assignment != null) {
        gateway.heed(assignment, event);
      }
    }
  }

  private static void note(Session session, GatewayEvent.LongCall call) {
    Assignment assignment = session.running(call.assignment());
    if (assignment != null) {
      assignment.delivery().seenAt(call.element(), call.frame());
    }
  }

  static long assignmentOf(OfWorker event) {
    if (event instanceof OfWorker.Results results) {
      return results.report().assignment();
    } else if (event instanceof OfWorker.Failed failed) {
      return failed.report().assignment();
    } else if (event instanceof OfWorker.Starting starting) {
      return starting.report().assignment();
    } else if (event instanceof OfWorker.Ended ended) {
      return ended.report().assignment();
    } else if (event instanceof OfWorker.TakenBack taken) {
      return taken.assignment();
    }
    return 0;
  }

  void heed(Assignment assignment, OfWorker event) throws ProtocolException {
    if (event instanceof OfWorker.Results results) {
      reports.results(assignment, results.report());
    } else if (event instanceof OfWorker.Failed failed) {
      reports.failed(assignment, failed);
    } else if (event instanceof OfWorker.Starting starting) {
      reports.starting(assignment, starting);
    } else if (event instanceof OfWorker.TakenBack taken) {
      reports.takenBack(assignment, taken);
    } else if (event instanceof OfWorker.Ended ended) {
      reports.ended(assignment, ended.report());
      gateway.end(assignment, ended.nanos());
    }
  }
}
