package dev.jacquard.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Standard output, which remembers that it could not be written: a print stream keeps silent. */
final class Results extends FilterOutputStream {

  private volatile @Nullable IOException failure;

  Results(OutputStream out) {
    super(out);
  }

  @Override
  public void write(int value) throws IOException {
    remembering(() -> out.write(value));
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    remembering(() -> out.write(bytes, offset, length));
  }

  @Override
  public void flush() throws IOException {
    remembering(out::flush);
  }

  /** Says what was lost; nothing if all was written, or whoever reads it has had enough. */
  Optional<String> loss() {
    IOException lost = failure;
    return lost == null || String.valueOf(lost.getMessage()).contains("Broken pipe")
        ? Optional.empty()
        : Optional.of("Standard output cannot be written: " + lost.getMessage() + ".");
  }

  private void remembering(Write write) throws IOException {
    try {
      write.run();
    } catch (IOException e) {
      failure = failure == null ? e : failure;
      throw e;
    }
  }

  private interface Write {
    void run() throws IOException;
  }
}
