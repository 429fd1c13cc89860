package dev.jacquard.cli.graph;

import dev.jacquard.cli.graph.GraphView.Source;
import dev.jacquard.cli.graph.GraphView.Span;
import dev.jacquard.engine.code.TypeText;
import dev.jacquard.spec.v1.Block;
import dev.jacquard.spec.v1.Branch;
import dev.jacquard.spec.v1.Guard;
import dev.jacquard.spec.v1.Loop;
import dev.jacquard.spec.v1.MapNode;
import dev.jacquard.spec.v1.Node;
import dev.jacquard.spec.v1.Operand;
import dev.jacquard.spec.v1.Parallel;
import dev.jacquard.spec.v1.Parameter;
import dev.jacquard.spec.v1.Reduce;
import dev.jacquard.spec.v1.SourceSpan;
import dev.jacquard.spec.v1.WorkflowSpec;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a spec into a {@link GraphView}. */
final class GraphReader {

  private final WorkflowSpec spec;
  private final SpecText text;
  private int nodes;

  private GraphReader(WorkflowSpec spec) {
    this.spec = spec;
    this.text = new SpecText(spec);
  }

  static GraphView read(WorkflowSpec spec) {
    return new GraphReader(spec).view();
  }

  private GraphView view() {
    List<GraphView.Parameter> parameters = new ArrayList<>();
    List<Source> scope = new ArrayList<>();
    for (Parameter parameter : spec.getInterface().getParametersList()) {
      String key = "p" + (parameters.size() + 1);
      Optional<String> initial =
          parameter.hasDefault()
              ? Optional.of(SpecText.value(parameter.getDefault()))
              : Optional.empty();
      parameters.add(
          new GraphView.Parameter(
              key, parameter.getName(), TypeText.of(parameter.getType(), spec), initial));
      scope.add(new Source(parameter.getName(), key));
    }
    return new GraphView(
        spec.getInterface().getId(),
        spec.getVersion(),
        spec.getSourceFile(),
        spec.getDocumentation(),
        parameters,
        TypeText.of(spec.getInterface().getResult(), spec),
        block(spec.getBody(), "", "", scope));
  }

  private GraphView.Block block(Block block, String label, String path, List<Source> parameters) {
    List<Source> scope = new ArrayList<>(parameters);
    List<GraphView.Node> views = new ArrayList<>();
    for (Node node : block.getNodesList()) {
      GraphView.Node view = node(node, path, scope);
      views.add(view);
      scope.addAll(outputs(node, view));
    }
    List<Source> results =
        block.getResultsList().stream().map(result -> text.source(result, scope)).toList();
    return new GraphView.Block(label, List.copyOf(views), results);
  }

  /** An expression that no variable names is called by what it says. */
  private static List<Source> outputs(Node node, GraphView.Node view) {
    String name = node.getId();
    if (node.hasEvaluate() && !ExpressionNames.isVariable(node)) {
      name = view.isConversion() ? view.text() : "(" + view.text() + ")";
    }
    int count = node.getOutputsCount();
    List<Source> outputs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      outputs.add(new Source(count == 1 ? name : name + "." + i, view.key()));
    }
    return outputs;
  }

  private GraphView.Node node(Node node, String path, List<Source> scope) {
    nodes++;
    String key = "n" + nodes;
    String own = path.isEmpty() ? node.getId() : path + "/" + node.getId();
    Set<String> inputs = new LinkedHashSet<>();
    for (Operand operand : NodeOperands.control(node)) {
      String from = text.source(operand, scope).key();
      if (from != null) {
        inputs.add(from);
      }
    }
    String does = new NodeText(text, scope).of(node);
    return new GraphView.Node(
        key,
        own,
        node.getId(),
        NodeText.kind(node),
        title(node, does),
        ExpressionNames.isConversion(node),
        does,
        span(node),
        List.copyOf(inputs),
        blocks(node, own, scope));
  }

  private static String title(Node node, String does) {
    boolean says = does.startsWith(node.getId() + "(") || does.startsWith(node.getId() + " ");
    boolean nameless = node.hasEvaluate() && !ExpressionNames.isVariable(node);
    return says || nameless ? does : node.getId() + ": " + does;
  }

  private List<GraphView.Block> blocks(Node node, String path, List<Source> scope) {
    return switch (node.getKindCase()) {
      case MAP -> List.of(mapBody(node.getMap(), path, scope));
      case REDUCE -> {
        Reduce reduce = node.getReduce();
        yield List.of(inner(reduce.getCombine(), "", path, 2, reduce.getCapturesList(), scope));
      }
      case BRANCH -> arms(node.getBranch(), path, scope);
      case LOOP -> {
        Loop loop = node.getLoop();
        yield List.of(
            inner(loop.getBody(), "", path, loop.getInitialCount(), loop.getCapturesList(), scope));
      }
      case GUARD -> guarded(node.getGuard(), path, scope);
      case PARALLEL -> {
        Parallel parallel = node.getParallel();
        yield parallel.getBodiesList().stream()
            .map(body -> inner(body, "", path, 0, parallel.getCapturesList(), scope))
            .toList();
      }
      default -> List.of();
    };
  }

  private GraphView.Block mapBody(MapNode map, String path, List<Source> scope) {
    return inner(map.getBody(), "", path, map.getItemsCount(), map.getCapturesList(), scope);
  }

  private List<GraphView.Block> arms(Branch branch, String path, List<Source> scope) {
    List<GraphView.Block> arms = new ArrayList<>();
    boolean two = branch.getArmsCount() == 2;
    for (Block arm : branch.getArmsList()) {
      int index = arms.size();
      String label = two ? (index == 0 ? "then" : "else") : "case " + index;
      arms.add(inner(arm, label, path, 0, branch.getCapturesList(), scope));
    }
    return arms;
  }

  private List<GraphView.Block> guarded(Guard guard, String path, List<Source> scope) {
    List<GraphView.Block> blocks = new ArrayList<>();
    blocks.add(inner(guard.getBody(), "try", path, 0, guard.getCapturesList(), scope));
    guard
        .getClausesList()
        .forEach(
            clause ->
                blocks.add(
                    inner(
                        clause.getBody(),
                        "catch " + String.join(" | ", clause.getClassesList()),
                        path,
                        1,
                        guard.getCapturesList(),
                        scope)));
    if (guard.hasFinalizer()) {
      blocks.add(inner(guard.getFinalizer(), "finally", path, 0, guard.getCapturesList(), scope));
    }
    return blocks;
  }

  /**
   * Its own parameters (elements, carried values, the failure) stand first; captures are what they
   * are outside.
   */
  private GraphView.Block inner(
      Block block, String label, String path, int own, List<Operand> captures, List<Source> scope) {
    List<Source> parameters = new ArrayList<>();
    for (int i = 0; i < own; i++) {
      String name = i < block.getParameterNamesCount() ? block.getParameterNames(i) : "";
      parameters.add(new Source(name.isEmpty() ? "element" : name, null));
    }
    captures.forEach(capture -> parameters.add(text.source(capture, scope)));
    return block(block, label, path, parameters);
  }

  private static @Nullable Span span(Node node) {
    if (!node.hasSpan()) {
      return null;
    }
    SourceSpan span = node.getSpan();
    return new Span(
        span.getStartLine(), span.getStartColumn(), span.getEndLine(), span.getEndColumn());
  }
}
