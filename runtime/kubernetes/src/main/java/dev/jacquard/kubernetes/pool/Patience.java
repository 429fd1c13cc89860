package dev.jacquard.kubernetes.pool;

import dev.jacquard.kubernetes.failure.PodTrouble;
import dev.jacquard.kubernetes.failure.PodTrouble.Outlook;
import java.time.Duration;

/**
 * How long one waits for what stands in the way to pass, as long as no worker serves.
 *
 * @param room for room in the cluster: nodes, quota
 * @param repair for what somebody has to repair: images, secrets, rules
 */
public record Patience(Duration room, Duration repair) {

  /** Longer than images of many gigabytes take, about which there is nothing to be read either. */
  private static final Duration LEAST_WITHOUT_A_REASON = Duration.ofMinutes(20);

  /** Checks. */
  public Patience {
    if (room.isNegative() || repair.isNegative()) {
      throw new IllegalArgumentException("Patience must not be negative.");
    }
  }

  /** Waits so long for room, and for repair half a minute at most. */
  public static Patience of(Duration room) {
    Duration most = Duration.ofSeconds(30);
    return new Patience(room, room.compareTo(most) < 0 ? room : most);
  }

  /** How long one waits when nothing is known to stand in the way. */
  public Duration withoutAReason() {
    return room.compareTo(LEAST_WITHOUT_A_REASON) > 0 ? room : LEAST_WITHOUT_A_REASON;
  }

  /** How long one waits while this stands in the way, in nanoseconds. */
  public long nanos(PodTrouble trouble) {
    return (trouble.outlook() == Outlook.POOR ? repair : room).toNanos();
  }
}
