/**
 * Expressions of the contract, compiled to typed nodes and evaluated with exactly Java's meaning.
 *
 * <p>Comes in: {@code Expression} messages and the spec's types. Goes out: {@link
 * dev.jacquard.engine.expression.CompiledExpression}. Imports the contract's expressions and {@code
 * engine.value}.
 *
 * <p>What Java computes on a primitive stays a primitive: every node can be asked for its value as
 * {@code int}, {@code long}, {@code float}, {@code double}, {@code boolean} or object, and answers
 * the one of its own type without a box.
 */
@NullMarked
package dev.jacquard.engine.expression;

import org.jspecify.annotations.NullMarked;
