package dev.jacquard.cli.graph;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.jacquard.cli.graph.GraphView.Block;
import dev.jacquard.cli.graph.GraphView.Node;
import dev.jacquard.cli.graph.GraphView.Parameter;
import dev.jacquard.cli.graph.GraphView.Source;
import dev.jacquard.cli.graph.GraphView.Span;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A graph for programs. Nodes nest as their blocks do; {@code id} is the path by which messages and
 * progress name a node, {@code key} is unique in the graph and what edges refer to.
 */
final class JsonGraph {

  private final JsonGenerator json;

  private JsonGraph(JsonGenerator json) {
    this.json = json;
  }

  static String write(GraphView graph) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      json.setPrettyPrinter(
          new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));
      new JsonGraph(json).graph(graph);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.append('\n').toString();
  }

  private void graph(GraphView graph) throws IOException {
    json.writeStartObject();
    json.writeStringField("workflow", graph.workflow());
    json.writeStringField("version", graph.version());
    json.writeStringField("sourceFile", graph.sourceFile());
    json.writeStringField("documentation", graph.documentation());
    json.writeArrayFieldStart("parameters");
    for (Parameter parameter : graph.parameters()) {
      json.writeStartObject();
      json.writeStringField("key", parameter.key());
      json.writeStringField("name", parameter.name());
      json.writeStringField("type", parameter.type());
      if (parameter.defaultValue().isPresent()) {
        json.writeStringField("default", parameter.defaultValue().get());
      }
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeStringField("result", graph.result());
    nodes(graph.body().nodes());
    results(graph.body().results());
    json.writeArrayFieldStart("edges");
    edges(graph.body());
    for (Source result : graph.body().results()) {
      edge(result.key(), "result");
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void nodes(List<Node> nodes) throws IOException {
    json.writeArrayFieldStart("nodes");
    for (Node node : nodes) {
      node(node);
    }
    json.writeEndArray();
  }

  private void node(Node node) throws IOException {
    json.writeStartObject();
    json.writeStringField("key", node.key());
    json.writeStringField("id", node.path());
    json.writeStringField("kind", node.kind());
    json.writeStringField("text", node.text());
    if (node.span() != null) {
      span(node.span());
    }
    if (!node.blocks().isEmpty()) {
      json.writeArrayFieldStart("blocks");
      for (Block block : node.blocks()) {
        json.writeStartObject();
        json.writeStringField("label", block.label());
        nodes(block.nodes());
        results(block.results());
        json.writeEndObject();
      }
      json.writeEndArray();
    }
    json.writeEndObject();
  }

  private void span(Span span) throws IOException {
    json.writeObjectFieldStart("span");
    json.writeNumberField("startLine", span.startLine());
    json.writeNumberField("startColumn", span.startColumn());
    json.writeNumberField("endLine", span.endLine());
    json.writeNumberField("endColumn", span.endColumn());
    json.writeEndObject();
  }

  private void results(List<Source> results) throws IOException {
    json.writeArrayFieldStart("results");
    for (Source result : results) {
      json.writeString(result.text());
    }
    json.writeEndArray();
  }

  private void edges(Block block) throws IOException {
    for (Node node : block.nodes()) {
      for (String input : node.inputs()) {
        edge(input, node.key());
      }
      for (Block inner : node.blocks()) {
        edges(inner);
      }
    }
  }

  private void edge(@Nullable String from, String to) throws IOException {
    if (from == null) {
      return;
    }
    json.writeStartObject();
    json.writeStringField("from", from);
    json.writeStringField("to", to);
    json.writeEndObject();
  }
}
