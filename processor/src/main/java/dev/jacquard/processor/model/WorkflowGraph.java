package dev.jacquard.processor.model;

import dev.jacquard.processor.model.Interfaces.ActorInterface;
import dev.jacquard.processor.model.Interfaces.TaskInterface;
import dev.jacquard.processor.model.Interfaces.WorkflowInterface;
import dev.jacquard.processor.model.ValueType.Definition;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * A workflow's body as a graph, with the interfaces of all that it names.
 *
 * @param tasks the tasks that it calls, by id
 * @param actors the constructors of actors that it calls, by id
 * @param workflows the workflows that it calls, by id
 * @param definitions the named types that it and these interfaces reach, by binary class name
 */
public record WorkflowGraph(
    GraphBlock body,
    NavigableMap<String, TaskInterface> tasks,
    NavigableMap<String, ActorInterface> actors,
    NavigableMap<String, WorkflowInterface> workflows,
    NavigableMap<String, Definition> definitions) {

  /** Copies the maps. */
  public WorkflowGraph {
    tasks = Collections.unmodifiableNavigableMap(new TreeMap<>(tasks));
    actors = Collections.unmodifiableNavigableMap(new TreeMap<>(actors));
    workflows = Collections.unmodifiableNavigableMap(new TreeMap<>(workflows));
    definitions = Collections.unmodifiableNavigableMap(new TreeMap<>(definitions));
  }
}
