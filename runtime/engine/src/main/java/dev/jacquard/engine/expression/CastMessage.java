package dev.jacquard.engine.expression;

/**
 * The message that the virtual machine gives a {@link ClassCastException}, as HotSpot's
 * SharedRuntime writes it.
 */
@SuppressWarnings("ReferenceEquality") // class loaders are told by identity
final class CastMessage {

  private CastMessage() {}

  static String of(Class<?> from, Class<?> to) {
    String where =
        from.getModule() == to.getModule() && from.getClassLoader() == to.getClassLoader()
            ? from.getName() + " and " + to.getName() + " are in " + place(from)
            : isIn(from) + "; " + isIn(to);
    return "class "
        + from.getName()
        + " cannot be cast to class "
        + to.getName()
        + " ("
        + where
        + ")";
  }

  private static String isIn(Class<?> type) {
    return type.getName() + " is in " + place(type);
  }

  private static String place(Class<?> type) {
    Module module = type.getModule();
    return (module.isNamed() ? "module " + module.getName() : "unnamed module")
        + " of loader "
        + loader(type.getClassLoader());
  }

  @SuppressWarnings("NullAway") // null is the bootstrap loader
  private static String loader(ClassLoader loader) {
    if (loader == null) {
      return "'bootstrap'";
    }
    String name = loader.getName();
    if (name == null) {
      return loader.getClass().getName()
          + " @"
          + Integer.toHexString(System.identityHashCode(loader));
    }
    boolean own = name.equals("app") || name.equals("platform");
    return own
        ? "'" + name + "'"
        : "'" + name + "' @" + Integer.toHexString(System.identityHashCode(loader));
  }
}
