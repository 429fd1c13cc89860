package dev.jacquard.engine.plan;

/**
 * What tells the code of one application from that of another, as far as pools are concerned: equal
 * only for one class loader, so that pools never cross registrations.
 *
 * <p>Not by a fingerprint: the instances of a pool have a class of one loader, and what another
 * loader has made of the same bytes is another class, with static fields of its own. And one loader
 * has one class of a name, so that equal identities and handlers have equal fingerprints. Between
 * processes, where there is no loader to compare, it is the fingerprint that tells.
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
