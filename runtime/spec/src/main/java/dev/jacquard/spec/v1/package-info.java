/**
 * The contract between compiler and runtime: graph, types, values, interfaces and policies.
 *
 * <p>The messages are generated from the files under {@code src/main/protobuf}; beside them stand
 * here the few facts that both ends must share and that are no message. Comes in and goes out:
 * nothing but protobuf.
 */
package dev.jacquard.spec.v1;
