package dev.jacquard.kubernetes.failure;

/** Why a pod does not start. */
public sealed interface PodTrouble {

  /** How long one waits for it to pass. */
  enum Outlook {
    /** It does not pass unless somebody repairs it. */
    POOR,
    /** Room may come, also when nobody does anything. */
    FAIR
  }

  /** How long it is worth waiting. */
  Outlook outlook();

  /** A few words for a line of progress. */
  String brief();

  /** What stands in the way, in Kubernetes' own words, and what to do; sentences. */
  String words();

  /**
   * No node has room for it, or none that it may use.
   *
   * @param message the scheduler's words
   */
  record Unschedulable(String message) implements PodTrouble {
    @Override
    public Outlook outlook() {
      return Outlook.FAIR;
    }

    @Override
    public String brief() {
      return "unschedulable: " + message;
    }

    @Override
    public String words() {
      return "The scheduler finds no node for its pods: %s Ask for less with resources, or make room."
          .formatted(sentence(message));
    }
  }

  /**
   * Its image is not to be had.
   *
   * @param image which
   * @param reason Kubernetes' word for it
   * @param message Kubernetes' own words
   */
  record NoImage(String image, String reason, String message) implements PodTrouble {
    @Override
    public Outlook outlook() {
      return Outlook.POOR;
    }

    @Override
    public String brief() {
      return reason + " " + image;
    }

    @Override
    public String words() {
      return "The image %s of its pods cannot be had (%s): %s Check its name, and that the nodes may pull it."
          .formatted(image, reason, sentence(message));
    }
  }

  /**
   * Its container cannot be made.
   *
   * @param reason Kubernetes' word for it
   * @param message Kubernetes' own words
   */
  record NoContainer(String reason, String message) implements PodTrouble {
    @Override
    public Outlook outlook() {
      return Outlook.POOR;
    }

    @Override
    public String brief() {
      return reason + ": " + message;
    }

    @Override
    public String words() {
      return "The container of its pods cannot be made (%s): %s"
          .formatted(reason, sentence(message));
    }
  }

  /**
   * A container of it ends, and is started again and again.
   *
   * @param message Kubernetes' own words
   * @param lastWords what it printed last; empty: not known
   */
  record Crashing(String message, String lastWords) implements PodTrouble {
    @Override
    public Outlook outlook() {
      return Outlook.POOR;
    }

    @Override
    public String brief() {
      return "CrashLoopBackOff: " + message;
    }

    @Override
    public String words() {
      String last = lastWords.strip();
      return "A container ends each time that it is started (CrashLoopBackOff): %s%s"
          .formatted(
              sentence(message),
              last.isEmpty() ? "" : " It printed last:\n    " + last.replace("\n", "\n    "));
    }
  }

  /**
   * The API server does not let it be made: a quota, an admission rule, rights.
   *
   * @param message the API server's words
   */
  record Refused(String message) implements PodTrouble {
    @Override
    public Outlook outlook() {
      return message.contains("exceeded quota") ? Outlook.FAIR : Outlook.POOR;
    }

    @Override
    public String brief() {
      return "refused: " + message;
    }

    @Override
    public String words() {
      String advice =
          message.contains("exceeded quota")
              ? " Ask for fewer pods with --max-pods, or for less with resources, or have the quota raised."
              : "";
      return "The cluster refuses its pods: %s%s".formatted(sentence(message), advice);
    }
  }

  /**
   * The API server cannot be asked for it.
   *
   * @param message what came instead of an answer
   */
  record NoAnswer(String message) implements PodTrouble {
    @Override
    public Outlook outlook() {
      return Outlook.FAIR;
    }

    @Override
    public String brief() {
      return "no answer of the API server: " + message;
    }

    @Override
    public String words() {
      return "The API server must answer for its pods to be made; found: %s Try kubectl get pods, or wait longer with --patience."
          .formatted(sentence(message));
    }
  }

  private static String sentence(String message) {
    String text = message.strip();
    return text.isEmpty() ? "(no words)." : text.endsWith(".") ? text : text + ".";
  }
}
