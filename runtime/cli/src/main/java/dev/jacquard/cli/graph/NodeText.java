package dev.jacquard.cli.graph;

import dev.jacquard.cli.graph.GraphView.Source;
import dev.jacquard.spec.v1.MapNode;
import dev.jacquard.spec.v1.Node;
import dev.jacquard.spec.v1.Operand;
import dev.jacquard.spec.v1.TaskCall;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What nodes do, as Java would say it. */
final class NodeText {

  private final SpecText text;
  private final List<Source> scope;

  NodeText(SpecText text, List<Source> scope) {
    this.text = text;
    this.scope = scope;
  }

  /** One word for a node's kind. */
  static String kind(Node node) {
    return switch (node.getKindCase()) {
      case TASK_CALL -> "task";
      case MAP -> verb(node.getMap());
      case SUB_WORKFLOW -> "workflow";
      case KIND_NOT_SET -> "unknown";
      default -> node.getKindCase().name().toLowerCase(Locale.ROOT);
    };
  }

  String of(Node node) {
    return switch (node.getKindCase()) {
      case TASK_CALL -> taskCall(node.getTaskCall());
      case MAP -> map(node.getMap());
      case REDUCE -> "reduce " + name(node.getReduce().getItems());
      case BRANCH -> branch(node);
      case LOOP -> "loop";
      case GUARD -> "try";
      case SUB_WORKFLOW -> subWorkflow(node);
      case PARALLEL -> "parallel";
      case SLEEP -> "sleep(" + name(node.getSleep().getDuration()) + ")";
      case POOL ->
          "new "
              + SpecText.simple(text.spec().getActors(node.getPool().getActor()).getClassName())
              + list(node.getPool().getArgumentsList());
      case EVALUATE -> new ExpressionText(text, scope).of(node.getEvaluate().getExpression());
      case RELEASE -> "close " + name(node.getRelease().getPool());
      case KIND_NOT_SET -> "of a kind that this version does not know";
    };
  }

  private String taskCall(TaskCall call) {
    String id = text.spec().getTasks(call.getTask()).getId();
    String receiver = call.hasReceiver() ? name(call.getReceiver()) + "." : "";
    return receiver + id.substring(id.lastIndexOf('.') + 1) + list(call.getArgumentsList());
  }

  private String subWorkflow(Node node) {
    String id = text.spec().getWorkflows(node.getSubWorkflow().getWorkflow()).getId();
    int dot = id.lastIndexOf('.');
    String owner = dot < 0 ? "" : SpecText.simple(id.substring(0, dot)) + ".";
    return owner + id.substring(dot + 1) + list(node.getSubWorkflow().getArgumentsList());
  }

  private String map(MapNode map) {
    StringBuilder said = new StringBuilder(verb(map)).append(" over ");
    said.append(map.getItemsList().stream().map(this::name).collect(Collectors.joining(", ")));
    if (map.hasConcurrency()) {
      said.append(", concurrency ").append(name(map.getConcurrency()));
    }
    if (map.hasMinSuccessRatio()) {
      said.append(", at least ").append(name(map.getMinSuccessRatio())).append(" of them");
    }
    if (map.hasMinSuccesses()) {
      said.append(", at least ").append(name(map.getMinSuccesses()));
    }
    return said.toString();
  }

  private String branch(Node node) {
    String selector = name(node.getBranch().getSelector());
    boolean bare = selector.startsWith("(") && selector.endsWith(")");
    return (node.getBranch().getArmsCount() == 2 ? "if " : "switch ")
        + (bare ? selector : "(" + selector + ")");
  }

  private static String verb(MapNode map) {
    return switch (map.getCollect()) {
      case FILTER -> "filter";
      case FLAT -> "flatMap";
      case OUTCOMES -> "tryMap";
      case LIST, COLLECT_UNSPECIFIED, UNRECOGNIZED -> "map";
    };
  }

  private String list(List<Operand> operands) {
    return operands.stream().map(this::name).collect(Collectors.joining(", ", "(", ")"));
  }

  private String name(Operand operand) {
    return text.source(operand, scope).text();
  }
}
