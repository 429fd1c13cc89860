package dev.jacquard.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/**
 * What an engineer would write by hand: the list cut into chunks, each run by a pool of as many
 * threads as processors.
 */
final class ChunkedExecutor implements AutoCloseable {

  private static final int CHUNKS_A_THREAD = 4;

  private final int threads = Runtime.getRuntime().availableProcessors();
  private final ExecutorService pool = Executors.newFixedThreadPool(threads);

  /** Applies the function to every element; results in input order. */
  <T, R> List<R> map(List<T> items, Function<T, R> function)
      throws InterruptedException, ExecutionException {
    return mapChunks(
        items,
        chunk -> {
          List<R> results = new ArrayList<>(chunk.size());
          for (T item : chunk) {
            results.add(function.apply(item));
          }
          return results;
        });
  }

  /**
   * Applies the function to every chunk of the list, and puts the results together in input order.
   */
  <T, R> List<R> mapChunks(List<T> items, Function<List<T>, List<R>> function)
      throws InterruptedException, ExecutionException {
    int chunk = Math.max(1, items.size() / (threads * CHUNKS_A_THREAD));
    List<Future<List<R>>> running = new ArrayList<>();
    for (int from = 0; from < items.size(); from += chunk) {
      List<T> part = items.subList(from, Math.min(items.size(), from + chunk));
      running.add(pool.submit(() -> function.apply(part)));
    }
    List<R> results = new ArrayList<>(items.size());
    for (Future<List<R>> future : running) {
      results.addAll(future.get());
    }
    return results;
  }

  @Override
  public void close() {
    pool.shutdownNow();
  }
}
