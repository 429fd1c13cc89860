package dev.jacquard.cli.progress;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;

/**
 * Lines at the end of a terminal that are drawn over, while others write above them. Thread-safe.
 */
public final class LiveLines {

  private final OutputStream terminal;
  private final Charset charset;
  private final Supplier<TerminalSize> asked;
  private volatile boolean resized = true;
  private TerminalSize size = TerminalSize.USUAL;
  private List<String> drawn = List.of();
  private boolean insideLine;

  /**
   * Makes an empty area.
   *
   * @param terminal what is written to
   * @param charset how text is written
   * @param size asks for the terminal's size, before the first drawing and after each resizing
   */
  public LiveLines(OutputStream terminal, Charset charset, Supplier<TerminalSize> size) {
    this.terminal = terminal;
    this.charset = charset;
    this.asked = size;
  }

  /** Returns the stream for everybody else: what is written to it appears above the lines. */
  public PrintStream above() {
    return new PrintStream(new Above(), true, charset);
  }

  /** The window may be of another size from now on. */
  void resize() {
    resized = true;
  }

  /** Returns the terminal's size. */
  public synchronized TerminalSize size() {
    if (resized) {
      resized = false;
      size = asked.get();
    }
    return size;
  }

  /** Draws lines over those before, none of which may be as wide as the terminal. */
  synchronized void draw(List<String> lines) {
    StringBuilder text = new StringBuilder(insideLine ? "\n" : "").append(erasing());
    lines.forEach(line -> text.append(line).append('\n'));
    // One write, so that nothing flickers.
    write(text.toString().getBytes(charset));
    drawn = List.copyOf(lines);
    insideLine = false;
  }

  /** Leaves the lines where they are. */
  synchronized void leave() {
    drawn = List.of();
  }

  private synchronized void writeAbove(byte[] bytes, int offset, int length) throws IOException {
    if (!drawn.isEmpty()) {
      terminal.write(erasing().getBytes(StandardCharsets.US_ASCII));
      drawn = List.of();
    }
    terminal.write(bytes, offset, length);
    insideLine = length == 0 ? insideLine : bytes[offset + length - 1] != '\n';
  }

  /** Up to the first line that was drawn, and all below it away. */
  private String erasing() {
    if (drawn.isEmpty()) {
      return "";
    }
    // A window that has become narrower has broken lines in two.
    int columns = Math.max(1, size().columns());
    int rows =
        drawn.stream().mapToInt(line -> 1 + Math.max(0, Columns.width(line) - 1) / columns).sum();
    return "\u001b[" + rows + "A\r\u001b[J";
  }

  private void write(byte[] bytes) {
    try {
      terminal.write(bytes);
      terminal.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private final class Above extends OutputStream {
    @Override
    public void write(int value) throws IOException {
      write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      writeAbove(bytes, offset, length);
    }

    @Override
    public void flush() throws IOException {
      terminal.flush();
    }
  }
}
