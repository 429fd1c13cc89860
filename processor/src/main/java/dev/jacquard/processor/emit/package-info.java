/**
 * Specs: graphs and interfaces in, the contract's messages out, in bytes that depend on nothing but
 * them. The only place with protobuf; imports the model alone.
 */
@NullMarked
package dev.jacquard.processor.emit;

import org.jspecify.annotations.NullMarked;
