/**
 * What generated code implements; not for users.
 *
 * <p>Comes in: nothing. Goes out: the interfaces by which the runtime calls tasks, makes actors and
 * takes records apart. Imports nothing but the JDK.
 */
package dev.jacquard.spi;
