package dev.jacquard.kubernetes.image;

import java.nio.file.Path;

/**
 * An image that somebody wants. Immutable.
 *
 * @param base what it is built on
 * @param content what goes into it
 * @param name its whole name; without a tag it gets one that is made of its content
 * @param target where it goes
 * @param platform which of the base image's platforms, as in {@code linux/amd64}
 * @param plainHttp whether registries of this machine may be spoken to without TLS
 * @param cache a folder for layers of base images, which may be deleted at any time
 */
public record ImageRequest(
    BaseImage base,
    ImageContent content,
    String name,
    ImageTarget target,
    String platform,
    boolean plainHttp,
    Path cache) {}
