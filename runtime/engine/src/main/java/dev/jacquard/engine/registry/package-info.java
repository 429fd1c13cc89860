/**
 * Where applications are registered under a name and version, so that they run without their jars
 * at hand.
 *
 * <p>Comes in: a class path. Goes out: entries, and the code of an entry exactly as it was
 * registered. Imports {@code engine.code} and the JDK.
 */
@NullMarked
package dev.jacquard.engine.registry;

import org.jspecify.annotations.NullMarked;
