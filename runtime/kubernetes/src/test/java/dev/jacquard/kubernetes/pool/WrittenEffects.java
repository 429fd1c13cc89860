package dev.jacquard.kubernetes.pool;

import java.util.List;

/**
 * Writes down what is done about a pool.
 *
 * @param done in the order in which it is done
 */
record WrittenEffects(List<String> done) implements PodEffects {

  @Override
  public void ask(int job, int pods) {
    done.add("job " + job + " has " + pods);
  }

  @Override
  public void letGo(int job) {
    done.add("job " + job + " let go");
  }

  @Override
  public void exited(String pod, String words) {
    done.add(pod + " exited");
  }

  @Override
  public void removed(String pod) {
    done.add(pod + " removed");
  }

  @Override
  public void hopeless(String reason) {
    done.add("hopeless: " + reason);
  }
}
