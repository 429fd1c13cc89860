package dev.jacquard.engine.pool;

/**
 * What one runtime has of the replicas of one actor's name. Its questions are for the runtime's
 * scheduler; its state, which is for {@link Ledger}, is guarded by {@link ReplicaShares}.
 */
final class ReplicaShare {

  private final ReplicaShares.Partner partner;
  private final String actor;
  private Standing standing = Standing.NONE;
  private long lastTake;
  private boolean expected;

  ReplicaShare(ReplicaShares.Partner partner, String actor) {
    this.partner = partner;
    this.actor = actor;
  }

  String actor() {
    return actor;
  }

  /** Sets how many replicas all together may have. */
  void setLimit(int replicas) {
    partner.ask(this, false, ledger -> ledger.setLimit(replicas));
  }

  /**
   * Tells how things stand, before anything is decided and after; what is gone since is given back.
   *
   * @return how many replicas all together may have
   */
  int tell(Standing mine) {
    return partner.ask(
        this,
        0,
        ledger -> {
          expected = false;
          ledger.tell(this, mine);
          return ledger.limit();
        });
  }

  /** Takes a replica that is to be made; returns whether it may be. */
  boolean take(Standing mine) {
    return partner.ask(this, false, ledger -> ledger.take(this, mine));
  }

  /** Takes a replica that nothing waits for; returns whether it may be made. */
  boolean takeSpare(Standing mine) {
    return partner.ask(this, false, ledger -> ledger.takeSpare(this, mine));
  }

  /** Returns whether the replica that is offered has to leave for one that is missing. */
  boolean give(Standing mine) {
    return partner.ask(this, false, ledger -> ledger.give(this, mine));
  }

  /** Returns whether the replica that is offered has to leave because there are too many. */
  boolean giveSurplus(Standing mine) {
    return partner.ask(this, false, ledger -> ledger.giveSurplus(this, mine));
  }

  /** How many replicas the others have. */
  int ofOthers() {
    return partner.ask(this, 0, ledger -> ledger.total() - standing.total());
  }

  /** Gives everything back. */
  void end() {
    partner.end(this);
  }

  Standing standing() {
    return standing;
  }

  void stand(Standing now) {
    standing = now;
  }

  long lastTake() {
    return lastTake;
  }

  void tookAt(long turn) {
    lastTake = turn;
  }

  /** It is to hear of a change; returns false if it was told and has not decided since. */
  boolean expect() {
    boolean first = !expected;
    expected = true;
    return first;
  }

  void hear() {
    partner.hear(actor);
  }
}
