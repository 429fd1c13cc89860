package dev.jacquard.engine.plan;

/**
 * Where an actor's plan comes from, so that another process that plans the same workflow from the
 * same code finds the same one: {@link WorkflowPlan#actor}.
 *
 * @param workflowId the workflow that makes it
 * @param version the version of that workflow's spec
 * @param number which of the workflow's actors it is
 */
public record ActorSource(String workflowId, String version, int number) {}
