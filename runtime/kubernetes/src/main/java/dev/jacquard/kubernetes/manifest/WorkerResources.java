package dev.jacquard.kubernetes.manifest;

import dev.jacquard.engine.plan.PlacementPlan.ResourcesPlan;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.api.model.ResourceRequirementsBuilder;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a pod asks for, and may use. Memory and disk cannot be taken away again, so what is asked
 * for is the limit too unless one is given; processor time is shared unless a limit is given.
 */
final class WorkerResources {

  private static final String CPU = "cpu";
  private static final String MEMORY = "memory";
  private static final String STORAGE = "ephemeral-storage";
  private static final String GPU = "nvidia.com/gpu";

  private WorkerResources() {}

  static ResourceRequirements of(ResourcesPlan asked) {
    Map<String, Quantity> requests = new TreeMap<>();
    Map<String, Quantity> limits = new TreeMap<>();
    put(requests, CPU, asked.cpu());
    put(requests, MEMORY, asked.memory());
    put(requests, STORAGE, asked.ephemeralStorage());
    put(requests, GPU, asked.gpu());
    put(limits, CPU, asked.cpuLimit());
    put(limits, MEMORY, memory(asked));
    put(limits, STORAGE, asked.ephemeralStorage());
    put(limits, GPU, asked.gpu());
    return new ResourceRequirementsBuilder().withRequests(requests).withLimits(limits).build();
  }

  private static String memory(ResourcesPlan asked) {
    return asked.memoryLimit().isEmpty() ? asked.memory() : asked.memoryLimit();
  }

  /** How many bytes a pod may use; zero: as many as its node has. */
  static long memoryLimit(ResourcesPlan asked) {
    String memory = memory(asked);
    return memory.isEmpty() ? 0 : Quantity.getAmountInBytes(Quantity.parse(memory)).longValue();
  }

  private static void put(Map<String, Quantity> quantities, String name, String amount) {
    if (!amount.isEmpty()) {
      quantities.put(name, Quantity.parse(amount));
    }
  }
}
