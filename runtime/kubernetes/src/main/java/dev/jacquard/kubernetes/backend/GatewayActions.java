package dev.jacquard.kubernetes.backend;

import dev.jacquard.kubernetes.manifest.PoolJobs;
import dev.jacquard.worker.gateway.WorkerPool;
import dev.jacquard.worker.grpc.GatewayBackend;
import dev.jacquard.worker.grpc.WaitingRoom;

/**
 * What is decided about pods, done.
 *
 * @param gateway hears what becomes of workers
 * @param requests asks the API server
 * @param jobs writes what is asked for
 * @param departed notes what is let go
 * @param waiting where the workers of an earlier engine wait
 */
record GatewayActions(
    GatewayBackend gateway,
    JobRequests requests,
    PoolJobs jobs,
    Departed departed,
    WaitingRoom waiting)
    implements PodPools.Actions {

  /** A pod of an isolated pool may have carried out its call, and must not get another. */
  @Override
  public String template(WorkerPool pool) {
    return pool.isolated() ? "" : jobs.digest(pool);
  }

  @Override
  public void admit(WorkerPool pool) {
    waiting.admit(pool.name());
  }

  @Override
  public void ask(WorkerPool pool, int job, int pods) {
    requests.ask(pool, job, pods);
  }

  @Override
  public void letGo(String pool, int job) {
    departed.add(jobs.names().job(pool, job));
    requests.letGo(pool, job);
  }

  @Override
  public void dismiss(String pool) {
    waiting.dismiss(pool);
  }

  @Override
  public void exited(WorkerPool pool, String pod, String words) {
    gateway.exited(pool, pod, words);
  }

  @Override
  public void removed(WorkerPool pool, String pod) {
    gateway.removed(pool, pod);
  }

  @Override
  public void hopeless(WorkerPool pool, String reason) {
    gateway.hopeless(pool, reason);
  }
}
