package dev.jacquard.cli.progress;

import dev.jacquard.engine.MapProgress;
import dev.jacquard.engine.PoolProgress;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A line for whoever reads a log: what has changed since the last one, at most once a second. */
final class PlainProgress implements ProgressView {

  private static final int MOST = 8;

  private final PrintStream err;
  private final List<PoolNews> pools = new ArrayList<>();
  private List<MapProgress> shown = List.of();
  private List<String> pods = List.of();

  PlainProgress(PrintStream err) {
    this.err = err;
  }

  @Override
  public Duration interval() {
    return Duration.ofSeconds(1);
  }

  @Override
  public void show(Snapshot snapshot) {
    showPods(snapshot);
    showPools(snapshot);
    showMaps(snapshot);
  }

  @Override
  public void tell(List<String> news, Duration elapsed) {
    news.forEach(line -> err.println(ProgressText.at(elapsed, line)));
  }

  /** What was over before the first line needs no line. */
  @Override
  public void finish(Snapshot snapshot) {
    if (!shown.isEmpty()) {
      showMaps(snapshot);
    }
  }

  private void showMaps(Snapshot snapshot) {
    List<MapProgress> changed =
        snapshot.maps().stream().filter(map -> !shown.contains(map)).toList();
    List<MapProgress> told = Chosen.of(changed, map -> map.done() >= map.total(), MOST);
    print(snapshot, told.stream().map(ProgressText::of).toList(), changed.size(), "map");
    if (!changed.isEmpty()) {
      shown = snapshot.maps();
    }
  }

  private void showPools(Snapshot snapshot) {
    List<String> news = new ArrayList<>();
    for (int i = 0; i < snapshot.pools().size(); i++) {
      if (i == pools.size()) {
        pools.add(new PoolNews());
      }
      PoolProgress pool = snapshot.pools().get(i);
      pools.get(i).look(pool).ifPresent(news::add);
    }
    print(snapshot, news.stream().limit(MOST).toList(), news.size(), "pool");
  }

  private void showPods(Snapshot snapshot) {
    List<String> now = snapshot.pods().stream().map(PodsText::of).toList();
    List<String> news = now.stream().filter(line -> !pods.contains(line)).toList();
    print(snapshot, news.stream().limit(MOST).toList(), news.size(), "pool");
    pods = now;
  }

  private void print(Snapshot snapshot, List<String> told, int all, String word) {
    if (!told.isEmpty()) {
      String more = told.size() < all ? "; " + ProgressText.more(all - told.size(), word) : "";
      String text = told.stream().collect(Collectors.joining("; ")) + more;
      err.println(ProgressText.at(snapshot.elapsed(), text));
    }
  }
}
