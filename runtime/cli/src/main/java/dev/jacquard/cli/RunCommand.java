package dev.jacquard.cli;

import dev.jacquard.cli.parameters.ArgumentException;
import dev.jacquard.cli.parameters.ParameterHelp;
import dev.jacquard.cli.parameters.WorkflowArguments;
import dev.jacquard.engine.code.Code;
import dev.jacquard.engine.code.Doctor;
import dev.jacquard.engine.value.TypeTable;
import dev.jacquard.engine.value.ValueException;
import dev.jacquard.spec.v1.WorkflowSpec;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code jacquard run}. */
@Command(
    name = "run",
    description = {
      "Runs a workflow; its result goes to standard output as JSON, everything else to standard"
          + " error.",
      "Jacquard's options stand before the workflow's name, its own parameters after it."
    },
    customSynopsis = "jacquard run [options] WORKFLOW [the workflow's parameters]",
    footerHeading = "%nExamples:%n",
    footer = {
      "  jacquard run --jar app.jar WORKFLOW --help   the workflow's own parameters",
      "  jacquard run --jar app.jar WORKFLOW --PARAMETER VALUE",
      "  jacquard run --jar app.jar WORKFLOW --PARAMETER @values.json",
      "  generate | jacquard run WORKFLOW --PARAMETER -",
      "  jacquard run NAME@1.2/WORKFLOW               that version, from the registry"
    })
final class RunCommand extends SubCommand {

  private static final Set<String> HELP = Set.of("--help", "-h");

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private RunOptions options = new RunOptions();

  @Parameters(
      index = "0",
      paramLabel = "WORKFLOW",
      description = "Its id, a unique end of it, or a registered name.")
  private String workflow = "";

  @Parameters(index = "1..*", hidden = true)
  private List<String> words = List.of();

  RunCommand(Console console) {
    super(console);
  }

  @Override
  public Integer call() throws Exception {
    options.check();
    try (CodeSource.Found found = code().open(workflow)) {
      WorkflowSpec workflowSpec = found.code().spec(found.workflow()).orElseThrow();
      TypeTable types = TypeTable.of(workflowSpec.getTypesList(), found.code().loader());
      if (asksForHelp(workflowSpec)) {
        console().out().print(ParameterHelp.write(workflowSpec, types));
        return ExitCode.SUCCEEDED;
      }
      return new LocalRun(console(), options, found.code(), workflowSpec, types)
          .run(arguments(found.code(), workflowSpec, types));
    }
  }

  /** A workflow that has a parameter of that name keeps it. */
  private boolean asksForHelp(WorkflowSpec workflowSpec) {
    boolean taken =
        workflowSpec.getInterface().getParametersList().stream()
            .anyMatch(p -> p.getName().equals("help"));
    return words.stream()
        .anyMatch(word -> HELP.contains(word) && !(taken && word.equals("--help")));
  }

  /** What was given may be right, and the code be wrong that it is read for. */
  private List<@Nullable Object> arguments(Code code, WorkflowSpec workflowSpec, TypeTable types) {
    String id = workflowSpec.getInterface().getId();
    Set<String> own = spec.optionsMap().keySet();
    try {
      return WorkflowArguments.read(workflowSpec, types, words, own, console().in());
    } catch (ArgumentException e) {
      throw new UsageException(Doctor.examine(code, id).orElseGet(() -> unfit(id, e)), e);
    } catch (ValueException e) {
      throw new UsageException(Doctor.explain(code, id, e), e);
    }
  }

  private String unfit(String id, ArgumentException exception) {
    return exception.problems().stream()
            .collect(
                Collectors.joining("\n  ", id + " cannot be run with these parameters:\n  ", ""))
        + "\nSee jacquard run "
        + workflow
        + " --help";
  }
}
