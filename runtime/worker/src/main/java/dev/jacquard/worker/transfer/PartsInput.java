package dev.jacquard.worker.transfer;

import com.google.protobuf.ByteString;
import dev.jacquard.worker.v1.Part;
import java.io.InputStream;
import java.util.Iterator;

/** Bytes as they arrive. */
public final class PartsInput extends InputStream {

  private final Iterator<Part> parts;
  private ByteString part = ByteString.EMPTY;
  private int at;

  /** Reads parts; what their iterator throws comes out of the reading methods. */
  public PartsInput(Iterator<Part> parts) {
    this.parts = parts;
  }

  private boolean hasMore() {
    while (at == part.size()) {
      if (!parts.hasNext()) {
        return false;
      }
      part = parts.next().getBytes();
      at = 0;
    }
    return true;
  }

  @Override
  public int read() {
    return hasMore() ? part.byteAt(at++) & 0xff : -1;
  }

  @Override
  public int read(byte[] target, int offset, int length) {
    if (length == 0) {
      return 0;
    }
    if (!hasMore()) {
      return -1;
    }
    int count = Math.min(length, part.size() - at);
    part.substring(at, at + count).copyTo(target, offset);
    at += count;
    return count;
  }
}
