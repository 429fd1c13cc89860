/**
 * What a user writes workflows with: annotations, verbs, values and exceptions.
 *
 * <p>A workflow is a static method marked {@link dev.jacquard.Workflow}; what it calls are methods
 * marked {@link dev.jacquard.Task}, static or on an {@link dev.jacquard.Actor}; what plain Java has
 * no words for is in {@link dev.jacquard.Workflows}. The method runs as it is, in order, in the
 * calling thread; compiled with Jacquard's processor it also runs as a graph, with the same answer.
 *
 * <p>Comes in: nothing. Goes out: the types that user code and generated code are compiled against.
 * Imports the JDK and {@code dev.jacquard.spi}.
 */
package dev.jacquard;
