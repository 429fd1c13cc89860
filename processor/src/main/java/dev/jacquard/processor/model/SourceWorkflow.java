package dev.jacquard.processor.model;

import dev.jacquard.processor.model.Interfaces.WorkflowInterface;
import dev.jacquard.processor.model.Interfaces.WorkflowPolicy;

/**
 * A workflow, ready to be emitted.
 *
 * @param sourceFile the name of its source file, without folders
 * @param documentation first paragraph of its documentation comment, empty if it has none
 * @param compiler the processor's version
 */
public record SourceWorkflow(
    WorkflowInterface signature,
    WorkflowPolicy policy,
    WorkflowGraph graph,
    String sourceFile,
    String documentation,
    String compiler) {}
