package dev.jacquard.engine.pool;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/**
 * Who has how many replicas of one actor's name, and whose turn it is to take one or to let one go.
 * Not thread-safe: guarded by {@link ReplicaShares}.
 *
 * <p>Each question is decided by one total order over what all have told, so that exactly one of
 * them goes ahead, and is told to.
 */
final class Ledger {

  private final List<ReplicaShare> shares = new ArrayList<>();
  private int limit;
  private long takes;
  private boolean changed;

  void add(ReplicaShare share) {
    shares.add(share);
  }

  void remove(ReplicaShare share) {
    changed |= shares.remove(share);
  }

  boolean isEmpty() {
    return shares.isEmpty();
  }

  int limit() {
    return limit;
  }

  boolean setLimit(int replicas) {
    boolean other = replicas != limit;
    changed |= other;
    limit = replicas;
    return other;
  }

  void tell(ReplicaShare share, Standing standing) {
    changed |= !standing.equals(share.standing());
    share.stand(standing);
  }

  /** Takes a replica for what waits, unless what is free belongs to somebody needier. */
  boolean take(ReplicaShare share, Standing standing) {
    tell(share, standing);
    return free() > missing(other -> needier(other, share)) && took(share);
  }

  /** Takes a replica that nobody needs at once. */
  boolean takeSpare(ReplicaShare share, Standing standing) {
    tell(share, standing);
    return free() > missing(any -> true) && took(share);
  }

  private boolean took(ReplicaShare share) {
    share.stand(share.standing().withOneMore());
    share.tookAt(++takes);
    changed = true;
    return true;
  }

  private static boolean needier(ReplicaShare one, ReplicaShare other) {
    int poor = one.standing().poorest();
    int limit = other.standing().poorest();
    return poor < limit || (poor == limit && one.lastTake() < other.lastTake());
  }

  /** Says that a replica leaves for one that is missing, if none would be missed less. */
  boolean give(ReplicaShare share, Standing standing) {
    tell(share, standing);
    Offer offer = standing.spare();
    return offer != Offer.NONE
        && shortage() > 0
        && shares.stream().noneMatch(other -> other.standing().spare().compareTo(offer) < 0)
        && (offer != Offer.BUSY || fair(standing.richest()))
        && gave(share);
  }

  /** Whether a pool with that many has more than another would get. */
  private boolean fair(int rich) {
    int poorest = Standing.NOBODY;
    for (ReplicaShare share : shares) {
      boolean spares = share.standing().spare() == Offer.BUSY;
      if (spares && share.standing().richest() > rich) {
        return false;
      }
      poorest = Math.min(poorest, share.standing().poorest());
    }
    int poor = poorest + Math.max(0, room());
    return poor == 0 || rich - poor >= 2;
  }

  /** Says that a replica leaves because there are too many, if none would be missed less. */
  boolean giveSurplus(ReplicaShare share, Standing standing) {
    tell(share, standing);
    Offer offer = standing.surplus();
    return offer != Offer.NONE
        && tooMany(offer)
        && shares.stream()
            .map(ReplicaShare::standing)
            .noneMatch(
                other ->
                    other.surplus().compareTo(offer) < 0
                        || (offer == Offer.BUSY
                            && other.surplus() == offer
                            && other.staying() > standing.staying()))
        && gave(share);
  }

  // One that is still to be made would be one more before those that leave are gone.
  private boolean tooMany(Offer offer) {
    return (offer == Offer.UNMADE ? free() : room()) < 0;
  }

  private boolean gave(ReplicaShare share) {
    share.stand(share.standing().withOneLeaving());
    changed = true;
    return true;
  }

  /** How many may be made now. */
  private int free() {
    return limit - total();
  }

  /** How many may be made when those that leave are gone; negative: how many have to go. */
  private int room() {
    return limit - sum(Standing::staying);
  }

  private int shortage() {
    return missing(any -> true) - Math.max(0, room());
  }

  int total() {
    return sum(Standing::total);
  }

  private int sum(ToIntFunction<Standing> of) {
    return shares.stream().map(ReplicaShare::standing).mapToInt(of).sum();
  }

  private int missing(Predicate<ReplicaShare> whose) {
    return shares.stream().filter(whose).mapToInt(share -> share.standing().missing()).sum();
  }

  /** The others that have to decide anew because of what has changed; each is told once. */
  List<ReplicaShare> concerned(ReplicaShare by) {
    if (!changed || shares.isEmpty()) {
      return List.of();
    }
    changed = false;
    List<ReplicaShare> concerned = new ArrayList<>();
    for (ReplicaShare share : shares) {
      if (!share.equals(by) && concerns(share.standing()) && share.expect()) {
        concerned.add(share);
      }
    }
    return concerned;
  }

  private boolean concerns(Standing standing) {
    return (free() > 0 && standing.missing() + standing.belowLeast() > 0)
        || (shortage() > 0 && standing.spare() != Offer.NONE)
        || (standing.surplus() != Offer.NONE && tooMany(standing.surplus()));
  }
}
