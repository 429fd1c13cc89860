package dev.jacquard.cli;

import dev.jacquard.cli.graph.GraphFormat;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code jacquard graph}. */
@Command(
    name = "graph",
    description = "Shows the graph that a workflow was compiled to.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  jacquard graph --jar app.jar WORKFLOW",
      "  jacquard graph --format dot WORKFLOW | dot -Tsvg > graph.svg"
    })
final class GraphCommand extends SubCommand {

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}.")
  private GraphFormat format = GraphFormat.text;

  @Parameters(
      paramLabel = "WORKFLOW",
      description = "Its id, a unique end of it, or its name in the registry.")
  private String workflow = "";

  GraphCommand(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    try (CodeSource.Found found = code().open(workflow)) {
      console().out().print(format.write(found.code().spec(found.workflow()).orElseThrow()));
    }
    return ExitCode.SUCCEEDED;
  }
}
