/**
 * The processor seen from outside: javac is called with it on sources that are half typed, spread
 * over modules, compiled file by file or beside other processors, and what it says and writes is
 * compared with what it promises.
 *
 * <p>Comes in: sources, the examples among them. Goes out: nothing. Imports the processor's class
 * alone, to hand it to javac.
 */
package dev.jacquard.compile;
