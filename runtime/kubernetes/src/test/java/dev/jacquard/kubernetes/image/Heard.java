package dev.jacquard.kubernetes.image;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What a build has told. */
final class Heard implements ImageProgress {

  final List<String> stages = new CopyOnWriteArrayList<>();
  final List<String> warnings = new CopyOnWriteArrayList<>();
  volatile double done;

  @Override
  public void stage(String words) {
    stages.add(words);
  }

  @Override
  public void done(double part) {
    done = part;
  }

  @Override
  public void warning(String words) {
    warnings.add(words);
  }
}
