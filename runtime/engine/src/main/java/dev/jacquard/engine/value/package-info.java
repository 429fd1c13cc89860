/**
 * Values between three forms: Java objects, the contract's encoding, and JSON.
 *
 * <p>Comes in: types and type definitions of a spec, and the class loader that has the user's
 * classes. Goes out: {@link dev.jacquard.engine.value.ValueEncoding} and {@link
 * dev.jacquard.engine.value.JsonValues}. Imports the contract, {@code dev.jacquard.spi} and the
 * values of {@code dev.jacquard}, and Jackson's streaming parser in one class.
 *
 * <p>A {@code Shape} says how values of one type are taken apart into parts and put together again,
 * once for each form; a {@code Walk} goes over shapes and parts without using the thread's stack,
 * so that depth costs memory alone.
 */
@NullMarked
package dev.jacquard.engine.value;

import org.jspecify.annotations.NullMarked;
