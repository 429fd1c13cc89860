package dev.jacquard.kubernetes.image;

import java.util.List;

/**
 * An image that has been built. Immutable.
 *
 * @param name its name and tag
 * @param digest of its manifest, by which a registry knows it
 * @param id the digest of its configuration, by which a machine knows it that has loaded it
 * @param java the Java release that it holds
 * @param layers those above the base, in order
 */
public record BuiltImage(String name, String digest, String id, int java, List<Layer> layers) {

  /** Copies the list. */
  public BuiltImage {
    layers = List.copyOf(layers);
  }

  /**
   * Files that are sent and kept together.
   *
   * @param name what they are
   * @param files how many
   * @param bytes how large they are together, before compression
   */
  public record Layer(String name, int files, long bytes) {}
}
