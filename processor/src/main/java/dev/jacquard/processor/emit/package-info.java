/** Graph in, spec out; the only place with protobuf. */
@NullMarked
package dev.jacquard.processor.emit;

import org.jspecify.annotations.NullMarked;
