package dev.jacquard.engine.schedule;

import dev.jacquard.engine.plan.ExecutionPolicy.OnFailure;

/**
 * What the frames of one workflow call or map body have in common.
 *
 * @param execution what they belong to
 * @param share where their calls queue
 * @param onFailure what a failure means for the rest
 */
record Scope(ExecutionRun execution, Share share, OnFailure onFailure) {

  Scope within(Share inner) {
    return new Scope(execution, inner, onFailure);
  }
}
