package shop;

import dev.jacquard.spi.RecordCodec;
import dev.jacquard.spi.TaskHandler;
import java.util.List;

/** What the processor would have made of {@link Shop}. */
@SuppressWarnings("unchecked")
public final class ShopHandlers {

  private ShopHandlers() {}

  public static final class isAnomalous implements TaskHandler {
    @Override
    public Object call(Object actor, Object[] a) {
      return Shop.isAnomalous((Integer) a[0], (Integer) a[1]);
    }
  }

  public static final class count implements TaskHandler {
    @Override
    public Object call(Object actor, Object[] a) {
      return Shop.count((List<Boolean>) a[0]);
    }
  }

  public static final class page implements TaskHandler {
    @Override
    public Object call(Object actor, Object[] a) {
      return Shop.page((Integer) a[0]);
    }
  }

  public static final class size implements TaskHandler {
    @Override
    public Object call(Object actor, Object[] a) {
      return Shop.size((List<String>) a[0]);
    }
  }

  public static final class describe implements TaskHandler {
    @Override
    public Object call(Object actor, Object[] a) {
      return Shop.describe((Order) a[0], (Color) a[1], (Boolean) a[2]);
    }
  }

  public static final class hang implements TaskHandler {
    @Override
    public Object call(Object actor, Object[] a) {
      return Shop.hang((Integer) a[0]);
    }
  }

  public static final class OrderCodec implements RecordCodec {
    @Override
    public Class<?> type() {
      return Order.class;
    }

    @Override
    public Object component(Object value, int index) {
      return index == 0 ? ((Order) value).customer() : ((Order) value).amounts();
    }

    @Override
    public Object create(Object[] components) {
      return new Order((String) components[0], (List<Integer>) components[1]);
    }
  }
}
