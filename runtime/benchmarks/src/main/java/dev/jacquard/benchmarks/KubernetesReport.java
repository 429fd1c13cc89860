package dev.jacquard.benchmarks;

import dev.jacquard.ExecutionFailedException;
import dev.jacquard.benchmarks.anomalies.Anomalies;
import dev.jacquard.kubernetes.cluster.ClusterException;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Repeats the experiment of Flyte's article on actors, on the cluster of {@code KUBECONFIG}. */
final class KubernetesReport {

  private static final int USAGE = 2;
  private static final String BEGIN = "<!-- Begin of what Report kubernetes writes. -->\n";
  private static final String END = "<!-- End of what Report kubernetes writes. -->";

  private KubernetesReport() {}

  /**
   * Measures all, and prints it as tables.
   *
   * @param docs the folder with the page and the picture to renew; or empty
   * @return the exit code
   */
  static int measure(List<String> docs) throws Exception {
    List<String> missing = BenchmarkCluster.missing();
    if (!missing.isEmpty()) {
      missing.forEach(System.err::println);
      return USAGE;
    }
    try (BenchmarkCluster cluster = new BenchmarkCluster(CodeJar.of(Anomalies.class))) {
      double loadBefore = load();
      Figures figures = new PodExperiment(cluster).run();
      String where = where(cluster, loadBefore);
      System.out.println(where + "\n" + PodTable.of(figures) + "\n" + PodTable.budget(figures));
      if (!docs.isEmpty()) {
        renew(Path.of(docs.get(0)), where + "\n" + PodTable.of(figures), figures);
      }
      return 0;
    } catch (ClusterException | ExecutionFailedException e) {
      System.err.println(e.getMessage());
      return 1;
    }
  }

  private static String where(BenchmarkCluster cluster, double loadBefore) {
    return String.format(
        Locale.ROOT,
        "%s. Engine on JDK %s, %d processors shared with the cluster; %s. Load average %.1f before and"
            + " %.1f after.%n",
        DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ROOT)
            .format(LocalDate.now(ZoneId.systemDefault())),
        Runtime.version().feature(),
        Runtime.getRuntime().availableProcessors(),
        cluster.version(),
        loadBefore,
        load());
  }

  private static double load() {
    return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }

  private static void renew(Path docs, String text, Figures figures) throws IOException {
    Path page = docs.resolve("flyte-experiment.md");
    String old = Files.readString(page);
    int begin = old.indexOf(BEGIN) + BEGIN.length();
    int end = old.indexOf(END);
    if (begin < BEGIN.length() || end < begin) {
      throw new IOException(page + " must have the comments between which figures are written.");
    }
    Files.writeString(page, old.substring(0, begin) + "\n" + text + "\n" + old.substring(end));
    PodPicture.write(figures, docs.resolve("images").resolve("flyte-experiment.svg"));
  }
}
