package dev.jacquard.benchmarks;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import ch.qos.logback.core.spi.ContextAwareBase;

/**
 * Logs warnings to standard error, and nothing else. In code, since reading a configuration file
 * takes a process that starts a fifth of a second.
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
    return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
  }

  private static final class StandardError extends AppenderBase<ILoggingEvent> {
    @Override
    protected void append(ILoggingEvent event) {
      System.err.println(event.getLevel() + " " + event.getFormattedMessage());
    }
  }
}
