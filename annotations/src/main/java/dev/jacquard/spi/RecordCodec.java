package dev.jacquard.spi;

/**
 * Takes a record apart and puts it together; generated for each record that a task or workflow of a
 * class may see.
 *
 * <p>Named in the spec by its binary class name and created by its public constructor without
 * arguments. Stateless and thread-safe.
 */
public interface RecordCodec {

  /** Returns the record class that this codec is for. */
  Class<?> type();

  /**
   * Reads one component.
   *
   * @param value an instance of {@link #type()}
   * @param index the component's place in the record header, from zero
   * @return the component, primitives boxed
   */
  @Nullable
  Object component(Object value, int index);

  /**
   * Calls the canonical constructor.
   *
   * @param components the components in the order of the header, primitives boxed
   * @return the new record
   * @throws Throwable whatever the constructor throws, unwrapped
   */
  Object create(Object[] components) throws Throwable;
}
