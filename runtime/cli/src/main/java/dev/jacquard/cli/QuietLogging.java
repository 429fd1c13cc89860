package dev.jacquard.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.AppenderBase;
import ch.qos.logback.core.spi.ContextAwareBase;
import java.util.Locale;

/**
 * Logs warnings to standard error, and nothing else. In code, since reading a configuration file
 * and a pattern costs a tenth of the time that a small workflow takes.
 */
public final class QuietLogging extends ContextAwareBase implements Configurator {

  /** Made by logback, which finds it as a service. */
  public QuietLogging() {}

  @Override
  public ExecutionStatus configure(LoggerContext loggers) {
    StandardError appender = new StandardError();
    appender.setContext(loggers);
    appender.start();
    Logger root = loggers.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    root.setLevel(Level.WARN);
    root.addAppender(appender);
    // What the client of Kubernetes could not do is told by whoever asked it to, or done again.
    loggers.getLogger("io.fabric8").setLevel(Level.OFF);
    return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
  }

  private static final class StandardError extends AppenderBase<ILoggingEvent> {
    @Override
    protected void append(ILoggingEvent event) {
      String level = event.getLevel().toString().toLowerCase(Locale.ROOT);
      System.err.println("jacquard: " + level + ": " + event.getFormattedMessage());
      IThrowableProxy thrown = event.getThrowableProxy();
      if (thrown != null) {
        System.err.println("  " + thrown.getClassName() + ": " + thrown.getMessage());
      }
    }
  }
}
