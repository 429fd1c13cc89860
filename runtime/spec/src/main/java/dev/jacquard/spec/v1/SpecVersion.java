package dev.jacquard.spec.v1;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * The version of a graph: SHA-256 over a walk of its spec that depends on nothing but what the spec
 * means. Protobuf promises no bytes, so it is not over those.
 *
 * <p>The walk: a message is the count of its set fields, then these by number; a field is its
 * number, a letter for its kind, and its value; a repeated field the count of its elements, then
 * these, entries of maps sorted by key. Numbers are big-endian and of fixed width, texts and bytes
 * come after their length. Left out are spans, documentation, source file, compiler and the version
 * itself.
 */
public final class SpecVersion {

  /** Message and number of the fields that say nothing of what a workflow does. */
  private static final Map<String, List<Integer>> LEFT_OUT =
      Map.of(
          "WorkflowSpec",
          List.of(
              WorkflowSpec.VERSION_FIELD_NUMBER,
              WorkflowSpec.SOURCE_FILE_FIELD_NUMBER,
              WorkflowSpec.COMPILER_FIELD_NUMBER,
              WorkflowSpec.DOCUMENTATION_FIELD_NUMBER),
          "Node",
          List.of(Node.SPAN_FIELD_NUMBER));

  private final DataOutputStream out;

  /**
   * What is left of the messages that are open, each an iterator of fields or of a repeated field's
   * elements.
   */
  private final Deque<Iterator<? extends Item>> open = new ArrayDeque<>();

  /** A value to be written; {@code number} is that of its field, or -1 for an element. */
  private record Item(int number, FieldDescriptor field, Object value) {}

  private SpecVersion(DataOutputStream out) {
    this.out = out;
  }

  /** Returns the version of a spec: 64 hexadecimal digits in lower case. */
  public static String of(WorkflowSpec spec) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      OutputStream sink = new DigestOutputStream(OutputStream.nullOutputStream(), digest);
      new SpecVersion(new DataOutputStream(sink)).write(spec);
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256; this one says it has not.", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Nests by a stack of its own, since expressions may nest deep. */
  private void write(Message root) throws IOException {
    enter(root);
    while (!open.isEmpty()) {
      Iterator<? extends Item> rest = open.element();
      if (rest.hasNext()) {
        write(rest.next());
      } else {
        open.remove();
      }
    }
  }

  private void enter(Message message) throws IOException {
    List<Integer> leftOut =
        LEFT_OUT.getOrDefault(message.getDescriptorForType().getName(), List.of());
    List<Item> fields = new ArrayList<>();
    message
        .getAllFields()
        .forEach(
            (field, value) -> {
              if (!leftOut.contains(field.getNumber())) {
                fields.add(new Item(field.getNumber(), field, value));
              }
            });
    fields.sort(Comparator.comparingInt(Item::number));
    out.writeInt(fields.size());
    open.push(fields.iterator());
  }

  private void write(Item item) throws IOException {
    if (item.number() >= 0) {
      out.writeInt(item.number());
    }
    if (item.value() instanceof List<?> elements) {
      out.writeByte('r');
      out.writeInt(elements.size());
      open.push(items(item.field(), elements).iterator());
    } else {
      writeValue(item.value());
    }
  }

  private static List<Item> items(FieldDescriptor field, List<?> elements) {
    List<Item> items = new ArrayList<>(elements.size());
    elements.forEach(element -> items.add(new Item(-1, field, element)));
    if (field.isMapField()) {
      FieldDescriptor key = field.getMessageType().findFieldByNumber(1);
      items.sort(Comparator.comparing(item -> ((Message) item.value()).getField(key).toString()));
    }
    return items;
  }

  private void writeValue(Object value) throws IOException {
    if (value instanceof Message message) {
      out.writeByte('m');
      enter(message);
    } else if (value instanceof String text) {
      out.writeByte('s');
      writeBytes(text.getBytes(StandardCharsets.UTF_8));
    } else if (value instanceof ByteString bytes) {
      out.writeByte('b');
      writeBytes(bytes.toByteArray());
    } else if (value instanceof EnumValueDescriptor constant) {
      out.writeByte('e');
      out.writeInt(constant.getNumber());
    } else if (value instanceof Boolean bool) {
      out.writeByte('z');
      out.writeBoolean(bool);
    } else if (value instanceof Integer number) {
      out.writeByte('i');
      out.writeInt(number);
    } else if (value instanceof Long number) {
      out.writeByte('l');
      out.writeLong(number);
    } else {
      throw new IllegalStateException(
          "The contract must hold no field of "
              + value.getClass()
              + "; teach the walk what it is.");
    }
  }

  private void writeBytes(byte[] bytes) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }
}
