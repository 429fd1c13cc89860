/** Spec in, indexed immutable plan out; the only reader of protobuf graphs. */
@NullMarked
package dev.jacquard.engine.plan;

import org.jspecify.annotations.NullMarked;
