/**
 * The graph and what surrounds it, as values that pass from stage to stage. Imports nothing but the
 * JDK.
 */
@org.jspecify.annotations.NullMarked
package dev.jacquard.processor.model;
