package dev.jacquard.processor.emit;

import com.google.protobuf.CodedOutputStream;
import dev.jacquard.processor.model.Interfaces.ActorInterface;
import dev.jacquard.processor.model.Interfaces.TaskInterface;
import dev.jacquard.processor.model.Interfaces.WorkflowInterface;
import dev.jacquard.processor.model.SourceWorkflow;
import dev.jacquard.processor.model.ValueType.Definition;
import dev.jacquard.processor.model.ValueType.Definition.RecordDefinition;
import dev.jacquard.processor.model.WorkflowGraph;
import dev.jacquard.spec.v1.SpecVersion;
import dev.jacquard.spec.v1.WorkflowSpec;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Emits the spec of a workflow; equal workflows give equal bytes. */
public final class SpecEmitter {

  private static final int CONTRACT = 1;

  private SpecEmitter() {}

  /** Returns the bytes of the spec. */
  public static byte[] emit(SourceWorkflow workflow) {
    WorkflowSpec spec = spec(workflow);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(spec.getSerializedSize());
    CodedOutputStream out = CodedOutputStream.newInstance(bytes);
    // Maps by key: protobuf leaves their order open otherwise.
    out.useDeterministicSerialization();
    try {
      spec.writeTo(out);
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("an array in memory", e);
    }
    return bytes.toByteArray();
  }

  private static WorkflowSpec spec(SourceWorkflow workflow) {
    WorkflowGraph graph = workflow.graph();
    List<String> actors = List.copyOf(graph.actors().keySet());
    TypeEmitter types = new TypeEmitter(definitions(graph), actors);
    ValueEmitter values = new ValueEmitter(types);
    InterfaceEmitter interfaces = new InterfaceEmitter(types, values);
    GraphEmitter blocks =
        new GraphEmitter(
            types,
            new ExpressionEmitter(types, values),
            List.copyOf(graph.tasks().keySet()),
            List.copyOf(graph.workflows().keySet()));
    WorkflowSpec.Builder spec =
        WorkflowSpec.newBuilder()
            .setContract(CONTRACT)
            .setInterface(interfaces.emit(workflow.signature()))
            .setPolicy(interfaces.emit(workflow.policy()))
            .setBody(blocks.emit(graph.body()))
            .setSourceFile(workflow.sourceFile())
            .setCompiler(workflow.compiler())
            .setDocumentation(workflow.documentation());
    Map<String, String> callees = ActorTasks.of(graph.body());
    for (TaskInterface task : graph.tasks().values()) {
      spec.addTasks(interfaces.emit(task, Optional.ofNullable(callees.get(task.id()))));
    }
    graph.actors().values().forEach(actor -> spec.addActors(interfaces.emit(actor)));
    graph.workflows().values().forEach(callee -> spec.addWorkflows(interfaces.emit(callee)));
    spec.addAllTypes(types.table());
    return spec.setVersion(SpecVersion.of(spec.build())).build();
  }

  /**
   * All definitions by name. Of a record several classes may have a codec; that of the graph's own
   * class is taken, else the first of those that it calls.
   */
  private static Map<String, Definition> definitions(WorkflowGraph graph) {
    Map<String, Definition> definitions = new TreeMap<>(graph.definitions());
    for (TaskInterface task : graph.tasks().values()) {
      addMissing(task.definitions(), definitions);
    }
    for (ActorInterface actor : graph.actors().values()) {
      addMissing(actor.definitions(), definitions);
    }
    for (WorkflowInterface workflow : graph.workflows().values()) {
      addMissing(workflow.definitions(), definitions);
    }
    return definitions;
  }

  private static void addMissing(
      Map<String, Definition> more, Map<String, Definition> definitions) {
    more.forEach(
        (name, definition) ->
            definitions.merge(
                name, definition, (known, other) -> lacksCodec(known) ? other : known));
  }

  private static boolean lacksCodec(Definition definition) {
    return definition instanceof RecordDefinition record && record.codec().isEmpty();
  }
}
