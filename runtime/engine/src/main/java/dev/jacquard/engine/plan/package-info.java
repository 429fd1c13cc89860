/**
 * Spec in, indexed immutable plan out; the only reader of protobuf graphs.
 *
 * <p>Comes in: {@link dev.jacquard.engine.code.Code} and a workflow's id. Goes out: a {@link
 * dev.jacquard.engine.plan.WorkflowPlan}, with the plans of all workflows that it can reach,
 * constants decoded, expressions compiled, and steps found. Imports the contract, {@code code},
 * {@code policy}, {@code value} and {@code expression}.
 */
@NullMarked
package dev.jacquard.engine.plan;

import org.jspecify.annotations.NullMarked;
