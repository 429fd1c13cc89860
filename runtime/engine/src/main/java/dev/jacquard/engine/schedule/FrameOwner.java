package dev.jacquard.engine.schedule;

import org.jspecify.annotations.Nullable;

/** What has opened a frame. */
interface FrameOwner {

  /** A result of the block has come; its nodes may still go on. */
  void result(Frame frame, int result, @Nullable Object value);

  /** All nodes of the block have ended. */
  void ended(Frame frame);

  /** Something within has failed where the first failure ends everything. */
  void failFast(Fault fault);
}
