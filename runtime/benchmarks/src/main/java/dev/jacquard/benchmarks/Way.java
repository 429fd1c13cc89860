package dev.jacquard.benchmarks;

/** The ways to carry out a map on a cluster that are compared. */
enum Way {
  JOB("bare Indexed Job, a pod per element", 1),
  ISOLATED("(a) pod per element, ten at once", 1),
  POOLED("(b) map on a pool of ten pods", 3),
  COLD("(c) actor of ten replicas, cold", 3),
  WARM("(d) the same, warm", 21);

  private final String title;
  private final int rounds;

  Way(String title, int rounds) {
    this.title = title;
    this.rounds = rounds;
  }

  String title() {
    return title;
  }

  /** How often it is tried; once where it takes minutes. */
  int rounds() {
    return rounds;
  }
}
