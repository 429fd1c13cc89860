package dev.jacquard.worker.process;

/**
 * How a session ended, and why.
 *
 * @param outcome how
 * @param reason why the gateway does not want it, or what broke; may be empty
 */
record SessionEnd(SessionOutcome outcome, String reason) {}
