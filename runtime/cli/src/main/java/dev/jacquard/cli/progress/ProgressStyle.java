package dev.jacquard.cli.progress;

/** How progress is shown. */
public enum ProgressStyle {
  /** Bars on a terminal, plain lines elsewhere. */
  auto,
  /** A bar for each map and a line for each pool of replicas, drawn over. */
  bar,
  /** A line, at most once a second. */
  plain,
  /** Not at all. */
  none
}
