/**
 * Real faults: killed and stopped processes, broken and slow networks, hostile clients, engines
 * that end in every way. Each has to end in the right result or a clear error.
 */
package dev.jacquard.worker.fault;
