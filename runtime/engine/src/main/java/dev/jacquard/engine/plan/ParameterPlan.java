package dev.jacquard.engine.plan;

/**
 * A parameter of a workflow or task.
 *
 * @param name its name
 * @param type its type
 */
public record ParameterPlan(String name, ValueType type) {}
