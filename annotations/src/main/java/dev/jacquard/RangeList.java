package dev.jacquard;

import dev.jacquard.spi.VerbRules;
import java.util.AbstractList;
import java.util.Objects;
import java.util.RandomAccess;

/** The whole numbers from 0 up to a length, of which none is stored. Immutable. */
final class RangeList extends AbstractList<Integer> implements RandomAccess {

  private final int length;

  RangeList(int length) {
    VerbRules.checkRange(length);
    this.length = length;
  }

  @Override
  public Integer get(int index) {
    return Objects.checkIndex(index, length);
  }

  @Override
  public int size() {
    return length;
  }

  @Override
  public boolean contains(Object item) {
    return indexOf(item) >= 0;
  }

  @Override
  public int indexOf(Object item) {
    return item instanceof Integer number && number >= 0 && number < length ? number : -1;
  }

  @Override
  public int lastIndexOf(Object item) {
    return indexOf(item);
  }
}
