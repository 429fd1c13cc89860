package dev.jacquard.kubernetes.cluster;

import io.fabric8.kubernetes.client.http.BasicBuilder;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.Interceptor;
import java.util.Map;
import java.util.TreeMap;

/** Counts the requests to the API server by what they are for. Thread-safe. */
public final class RequestCounter implements Interceptor {

  private final Map<String, Integer> counts = new TreeMap<>();

  RequestCounter() {}

  @Override
  public void before(BasicBuilder builder, HttpRequest request, RequestTags tags) {
    String path = request.uri().getPath();
    String query = String.valueOf(request.uri().getQuery());
    String verb = query.contains("watch=true") ? "WATCH" : request.method();
    count(verb + " " + kind(path));
  }

  private synchronized void count(String what) {
    counts.merge(what, 1, Integer::sum);
  }

  /** {@code …/namespaces/x/jobs/name} is of {@code jobs}. */
  private static String kind(String path) {
    String[] parts = path.split("/", -1);
    for (int i = 0; i < parts.length - 2; i++) {
      if (parts[i].equals("namespaces")) {
        return parts[i + 2];
      }
    }
    return path;
  }

  /** How many there were of each: {@code PATCH jobs}, {@code WATCH pods}. */
  public synchronized Map<String, Integer> counts() {
    return new TreeMap<>(counts);
  }

  /** How many there were. */
  public synchronized int all() {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }
}
