package dev.jacquard.cli.progress;

import dev.jacquard.engine.MapProgress;
import dev.jacquard.engine.PoolProgress;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The lines that a terminal shows of an execution: no more than the window holds, which scrolls
 * otherwise.
 *
 * @param bar how a map is drawn
 */
record ProgressLines(BarLine bar) {

  private static final int MOST_MAPS = 12;
  private static final int MOST_POOLS = 6;

  List<String> of(Snapshot snapshot, TerminalSize size) {
    int podRows = Math.min(snapshot.pods().size(), Math.min(MOST_POOLS, size.rows() / 4));
    // One for maps that are left out, one for the cursor.
    int rows = Math.max(1, size.rows() - 2 - podRows);
    int poolRows = Math.min(snapshot.pools().size(), Math.min(MOST_POOLS, rows / 2));
    List<MapProgress> maps =
        maps(snapshot.maps(), Math.min(MOST_MAPS, Math.max(1, rows - poolRows)));
    List<PoolProgress> pools = pools(snapshot.pools(), poolRows);
    int nameWidth = nameWidth(maps, pools);
    List<String> lines = new ArrayList<>();
    maps.forEach(map -> lines.add(bar.draw(map, nameWidth, size.columns(), snapshot.elapsed())));
    if (maps.size() < snapshot.maps().size()) {
      lines.add(more(snapshot.maps().size() - maps.size(), "map", size));
    }
    pools.forEach(pool -> lines.add(PoolLine.draw(pool, nameWidth, size.columns())));
    if (pools.size() < snapshot.pools().size() && poolRows > 0) {
      lines.add(more(snapshot.pools().size() - pools.size(), "pool", size));
    }
    snapshot.pods().stream()
        .limit(podRows)
        .forEach(pods -> lines.add(Columns.cut(PodsText.of(pods), size.columns())));
    return lines;
  }

  private static List<MapProgress> maps(List<MapProgress> maps, int most) {
    return Chosen.of(maps, map -> map.done() >= map.total(), most);
  }

  /** Where a row is missing, one more is taken to say how many are left out. */
  private static List<PoolProgress> pools(List<PoolProgress> pools, int rows) {
    int most = pools.size() <= rows ? rows : Math.max(0, rows - 1);
    return Chosen.of(pools, pool -> pool.busy() + pool.starting() + pool.waiting() == 0, most);
  }

  private static int nameWidth(List<MapProgress> maps, List<PoolProgress> pools) {
    return Stream.concat(
            maps.stream().map(MapProgress::node), pools.stream().map(ProgressText::name))
        .mapToInt(Columns::width)
        .max()
        .orElse(0);
  }

  private static String more(int left, String word, TerminalSize size) {
    return Columns.cut(ProgressText.more(left, word), size.columns());
  }
}
