package dev.jacquard.engine.plan;

/**
 * What tells the code of one application from that of another, as far as pools are concerned: equal
 * only for one class loader, so that pools never cross registrations.
 *
 * <p>The one place where a fingerprint of the code will tell more.
 */
public final class CodeIdentity {

  private final ClassLoader loader;

  CodeIdentity(ClassLoader loader) {
    this.loader = loader;
  }

  @Override
  @SuppressWarnings("ReferenceEquality") // loaders are told by identity
  public boolean equals(Object other) {
    return other instanceof CodeIdentity code && code.loader == loader;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(loader);
  }
}
