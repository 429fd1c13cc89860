package dev.jacquard.cli;

import dev.jacquard.engine.code.RuntimeVersion;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code jacquard} without a sub-command. */
@Command(
    name = "jacquard",
    description = "Runs workflows that are written in plain Java.",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true,
    versionProvider = JacquardCommand.Version.class,
    footerHeading = "%nExamples:%n",
    footer = {
      "  jacquard run --jar app.jar WORKFLOW --help   the workflow's own parameters",
      "  jacquard run --jar app.jar WORKFLOW --PARAMETER VALUE",
      "  jacquard register app.jar                    then run by name, without --jar",
      "  jacquard list",
      "  jacquard graph --format mermaid WORKFLOW",
      "",
      "Exit codes: 0 succeeded, 1 the execution failed, 2 wrong usage or input,",
      "3 the server or cluster could not be reached; 130 and 143 after Ctrl-C and kill."
    })
final class JacquardCommand implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "Say what to do: run, register, list, graph, worker, image," + " kubernetes or clean.");
  }

  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {
        "jacquard " + RuntimeVersion.current(),
        "Java " + System.getProperty("java.version") + ", " + System.getProperty("java.vm.name")
      };
    }
  }
}
