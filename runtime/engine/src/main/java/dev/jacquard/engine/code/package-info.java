/**
 * The code of an application: its class path, the specs in it, an isolated loader of its classes,
 * fingerprints of them, and what is wrong with it.
 *
 * <p>Comes in: paths of jars and directories, or a class loader. Goes out: specs by workflow id,
 * the loader that the engine finds handlers and codecs by, and explanations of what is missing.
 * User code is looked at as bytes and never loaded here. Imports the contract, the annotations and
 * ASM.
 */
@NullMarked
package dev.jacquard.engine.code;

import org.jspecify.annotations.NullMarked;
