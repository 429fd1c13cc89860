/**
 * Generated Java: declarations in, the sources of stubs, handlers and codecs out. Equal
 * declarations give equal bytes. The only place with JavaPoet; imports the model alone.
 */
@NullMarked
package dev.jacquard.processor.generate;

import org.jspecify.annotations.NullMarked;
