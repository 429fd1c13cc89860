/** Declarations in, generated Java out; the only place with JavaPoet. */
@NullMarked
package dev.jacquard.processor.generate;

import org.jspecify.annotations.NullMarked;
