/** The codec between Java values and their encoded form. */
@NullMarked
package dev.jacquard.engine.value;

import org.jspecify.annotations.NullMarked;
