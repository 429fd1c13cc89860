package dev.jacquard.server.wire;

import dev.jacquard.BlobRef;
import dev.jacquard.spec.v1.BlobValue;
import dev.jacquard.spec.v1.Value;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;

/** Finds the blobs that values refer to: their bytes have to be where they are read. */
public final class BlobsInValues {

  private final Deque<Value> left = new ArrayDeque<>();
  private final Set<BlobRef> found = new LinkedHashSet<>();

  private BlobsInValues() {}

  /** Returns the blobs in a value. */
  public static Set<BlobRef> of(Value value) {
    BlobsInValues walk = new BlobsInValues();
    walk.left.push(value);
    while (!walk.left.isEmpty()) {
      walk.look(walk.left.pop());
    }
    return walk.found;
  }

  private void look(Value value) {
    switch (value.getKindCase()) {
      case BLOB -> {
        BlobValue blob = value.getBlob();
        found.add(new BlobRef(blob.getDigest(), blob.getSize()));
      }
      case ELEMENTS -> value.getElements().getValuesList().forEach(left::push);
      case ENTRIES -> {
        value.getEntries().getKeysList().forEach(left::push);
        value.getEntries().getValuesList().forEach(left::push);
      }
      case OPTIONAL -> left.push(value.getOptional().getValue());
      case RECORD -> value.getRecord().getComponentsList().forEach(left::push);
      case OUTCOME -> left.push(value.getOutcome().getSucceeded());
      case SPLIT -> value.getSplit().getPartsList().forEach(left::push);
      default -> {
        // scalars
      }
    }
  }
}
