package dev.jacquard.cli;

import dev.jacquard.engine.code.CodeException;
import dev.jacquard.engine.code.NearestName;
import dev.jacquard.engine.registry.RegistryException;
import dev.jacquard.kubernetes.cluster.ClusterException;
import dev.jacquard.kubernetes.profile.ProfileException;
import dev.jacquard.server.client.EngineLostException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The whole command: its sub-commands, and what becomes of what they throw. */
final class Jacquard {

  private static final int LEAST_WIDTH = 55; // less is an error to picocli
  private static final int WIDTH = 100;

  private final Console console;

  Jacquard(Console console) {
    this.console = console;
  }

  /** Runs the command; returns its exit code. */
  int run(String... arguments) {
    CommandLine commands = commandLine();
    int code = commands.execute(arguments);
    commands.getOut().flush();
    commands.getErr().flush();
    return code;
  }

  CommandLine commandLine() {
    CommandLine commands = new CommandLine(new JacquardCommand());
    CommandLine run = new CommandLine(new RunCommand(console));
    // What follows the workflow's name is the workflow's own.
    run.setStopAtPositional(true).setUnmatchedOptionsArePositionalParams(false);
    commands.addSubcommand(run);
    commands.addSubcommand(new CommandLine(new RegisterCommand(console)));
    commands.addSubcommand(new CommandLine(new ListCommand(console)));
    commands.addSubcommand(new CommandLine(new GraphCommand(console)));
    commands.addSubcommand(new CommandLine(new CleanCommand(console)));
    commands.addSubcommand(new CommandLine(new WorkerCommand(console)));
    commands.addSubcommand(new CommandLine(new ImageCommand(console)));
    commands.addSubcommand(new CommandLine(new EngineCommand(console)));
    CommandLine kubernetes = new CommandLine(new KubernetesCommand());
    kubernetes.addSubcommand(new CommandLine(new RenderCommand(console)));
    kubernetes.addSubcommand(new CommandLine(new DoctorCommand(console)));
    kubernetes.addSubcommand(new CommandLine(new GcCommand(console)));
    commands.addSubcommand(kubernetes);
    commands.setOut(new PrintWriter(console.out(), true, StandardCharsets.UTF_8));
    commands.setErr(new PrintWriter(console.err(), true, Terminal.charset()));
    commands.setHelpFactory(this::help);
    if ("dumb".equals(console.environment().get("TERM"))) { // which picocli does not ask
      commands.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
    }
    commands.setExpandAtFiles(false);
    commands.setCaseInsensitiveEnumValuesAllowed(true);
    commands.setParameterExceptionHandler(this::wrongUsage);
    commands.setExecutionExceptionHandler((exception, line, parsed) -> failed(exception));
    return commands;
  }

  /** The window is asked for its size only when there is something to show in it. */
  private CommandLine.Help help(CommandSpec command, CommandLine.Help.ColorScheme colors) {
    command.usageMessage().width(Math.max(LEAST_WIDTH, Math.min(WIDTH, console.columns())));
    return new CommandLine.Help(command, colors);
  }

  private int wrongUsage(ParameterException exception, String[] arguments) {
    CommandLine command = exception.getCommandLine();
    PrintWriter err = command.getErr();
    err.println("jacquard: " + sentence(exception, command.getCommandSpec()));
    err.println("See " + command.getCommandSpec().qualifiedName() + " --help");
    return ExitCode.USAGE;
  }

  private static String sentence(ParameterException exception, CommandSpec command) {
    if (!(exception instanceof UnmatchedArgumentException unmatched)) {
      return String.valueOf(exception.getMessage());
    }
    String word = unmatched.getUnmatched().get(0);
    if (word.startsWith("-")) {
      return "There is no option " + word + "." + nearest(word, command.optionsMap().keySet());
    }
    Set<String> commands = command.subcommands().keySet();
    return commands.isEmpty()
        ? command.qualifiedName() + " takes nothing more; found " + word + "."
        : "There is no command " + word + "." + nearest(word, commands);
  }

  private static String nearest(String word, Set<String> known) {
    return NearestName.of(word, known).map(near -> " Did you mean " + near + "?").orElse("");
  }

  private int failed(Exception exception) {
    if (exception instanceof UsageException
        || exception instanceof CodeException
        || exception instanceof ProfileException
        || exception instanceof RegistryException) {
      console.err().println("jacquard: " + exception.getMessage());
      return ExitCode.USAGE;
    }
    if (exception instanceof ClusterException || exception instanceof EngineLostException) {
      console.err().println("jacquard: " + exception.getMessage());
      return ExitCode.UNREACHABLE;
    }
    console
        .err()
        .println(
            "jacquard: this is a fault of Jacquard itself; please report it with what follows.");
    exception.printStackTrace(console.err());
    return ExitCode.FAILED;
  }
}
