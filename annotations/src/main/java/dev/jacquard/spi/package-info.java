/**
 * What generated code and runtimes share with the user's API; not for users.
 *
 * <p>Comes in: nothing. Goes out: the interfaces by which the runtime calls tasks, makes actors and
 * takes records apart; the way a running call is shown to its task; the grammars of durations and
 * quantities and the rules of verbs, which compiler, engine and plain Java have to read alike;
 * where blobs and what else is a user's are kept. Imports nothing but the JDK.
 */
package dev.jacquard.spi;
