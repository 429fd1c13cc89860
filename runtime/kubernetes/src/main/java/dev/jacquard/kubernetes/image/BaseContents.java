package dev.jacquard.kubernetes.image;

import java.util.List;
import java.util.Map;

/**
 * What a base image holds, as far as it matters here.
 *
 * @param environment its variables
 * @param os the system that it is for
 * @param architecture the processors that it is for
 * @param diffIds the digests of its layers before compression, in order
 * @param files its files
 */
record BaseContents(
    Map<String, String> environment,
    String os,
    String architecture,
    List<String> diffIds,
    LayerFiles files) {

  BaseContents {
    environment = Map.copyOf(environment);
    diffIds = List.copyOf(diffIds);
  }
}
