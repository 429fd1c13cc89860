package dev.jacquard.processor.model;

import dev.jacquard.processor.model.Interfaces.TaskInterface;
import dev.jacquard.processor.model.Interfaces.WorkflowInterface;
import dev.jacquard.processor.model.ValueType.Definition;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A workflow's body as a graph, with the interfaces of all that it names.
 *
 * @param tasks the tasks that it calls, by id
 * @param workflows the workflows that it calls, by id
 * @param definitions the named types that it and these interfaces reach, by binary class name
 */
public record WorkflowGraph(
    GraphBlock body,
    SortedMap<String, TaskInterface> tasks,
    SortedMap<String, WorkflowInterface> workflows,
    SortedMap<String, Definition> definitions) {

  /** Copies the maps. */
  public WorkflowGraph {
    tasks = Collections.unmodifiableSortedMap(new TreeMap<>(tasks));
    workflows = Collections.unmodifiableSortedMap(new TreeMap<>(workflows));
    definitions = Collections.unmodifiableSortedMap(new TreeMap<>(definitions));
  }
}
