package dev.jacquard.kubernetes.failure;

/** How a pod has ended. */
public sealed interface PodEnd {

  /** Whether others have ended it, so that nothing that it ran is to blame. */
  boolean blameless();

  /**
   * What has happened, in Kubernetes' own words, with the last lines that it printed; sentences.
   */
  String words();

  /** It has left of itself, with nothing to do any more. */
  record Left() implements PodEnd {
    @Override
    public boolean blameless() {
      return true;
    }

    @Override
    public String words() {
      return "The pod has ended by itself.";
    }
  }

  /**
   * Its process has failed.
   *
   * @param code the exit code
   * @param reason Kubernetes' word for it
   * @param lastLines what it printed last
   */
  record Failed(int code, String reason, String lastLines) implements PodEnd {
    @Override
    public boolean blameless() {
      return false;
    }

    @Override
    public String words() {
      return "The pod has ended with exit code %d (%s)%s".formatted(code, reason, said(lastLines));
    }
  }

  /**
   * It has used more memory than it may.
   *
   * @param limit what it may use; empty: not known
   * @param where more is to be asked for
   * @param lastLines what it printed last
   */
  record OutOfMemory(String limit, String where, String lastLines) implements PodEnd {
    @Override
    public boolean blameless() {
      return false;
    }

    @Override
    public String words() {
      String most = limit.isEmpty() ? "more memory than it may" : "more than its " + limit;
      return "The pod was OOMKilled: it used %s. Give it more with %s%s"
          .formatted(most, where, said(lastLines));
    }
  }

  /**
   * It has used more of the node's disk than it may.
   *
   * @param message Kubernetes' own words
   */
  record OutOfStorage(String message) implements PodEnd {
    @Override
    public boolean blameless() {
      return false;
    }

    @Override
    public String words() {
      return "The pod was evicted: "
          + sentence(message)
          + " Give it more with resources(ephemeralStorage).";
    }
  }

  /**
   * It had to make room, or its node goes away.
   *
   * @param reason Kubernetes' word for it
   * @param message Kubernetes' own words
   */
  record Disrupted(String reason, String message) implements PodEnd {
    @Override
    public boolean blameless() {
      return true;
    }

    @Override
    public String words() {
      return "The pod was disrupted (%s): %s".formatted(reason, sentence(message));
    }
  }

  /**
   * Nobody hears of its node.
   *
   * @param node which
   */
  record NodeLost(String node) implements PodEnd {
    @Override
    public boolean blameless() {
      return true;
    }

    @Override
    public String words() {
      return "The pod's node " + node + " is lost.";
    }
  }

  /** Somebody has deleted it. */
  record Deleted() implements PodEnd {
    @Override
    public boolean blameless() {
      return true;
    }

    @Override
    public String words() {
      return "The pod was deleted.";
    }
  }

  private static String said(String lastLines) {
    return lastLines.isBlank()
        ? "; it has printed nothing."
        : "; it printed last:\n    " + lastLines.strip().replace("\n", "\n    ");
  }

  private static String sentence(String message) {
    String text = message.strip();
    return text.endsWith(".") ? text : text + ".";
  }
}
