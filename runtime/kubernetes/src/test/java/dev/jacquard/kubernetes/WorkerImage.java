package dev.jacquard.kubernetes;

import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.Jib;
import com.google.cloud.tools.jib.api.TarImage;
import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import dev.jacquard.engine.code.ClassPath;
import dev.jacquard.worker.wire.CodeDigest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** An image of the worker as this test's class path has it, brought into the cluster once. */
final class WorkerImage {

  private static final AbsoluteUnixPath APP = AbsoluteUnixPath.get("/app");
  private static final List<String> NOT_FOR_PODS =
      List.of(
          "fabric8",
          "jib",
          "junit",
          "archunit",
          "kubernetes",
          "error_prone",
          "vertx",
          "google-http",
          "google-auth",
          "processor");
  private static String name = "";

  private WorkerImage() {}

  static synchronized String name() {
    if (name.isEmpty()) {
      try {
        name = build();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      } catch (Exception e) {
        throw new IllegalStateException("The image of the workers could not be made.", e);
      }
    }
    return name;
  }

  private static String build() throws Exception {
    List<Path> entries =
        Stream.concat(
                ClassPath.parse(System.getProperty("java.class.path")).entries().stream()
                    .filter(WorkerImage::isForPods),
                Stream.of(location(PodMain.class)))
            .distinct()
            .toList();
    String image = "jacquard.test/worker:" + CodeDigest.of(new ClassPath(entries)).substring(0, 12);
    Path tar =
        Path.of(System.getProperty("java.io.tmpdir"), image.replaceAll("[/:]", "-") + ".tar");
    if (!Files.exists(tar)) {
      Path made = Files.createTempFile("jacquard-image", ".tar");
      FileEntriesLayer.Builder layer = FileEntriesLayer.builder().setName("worker");
      StringBuilder path = new StringBuilder();
      for (int i = 0; i < entries.size(); i++) {
        Path entry = entries.get(i);
        AbsoluteUnixPath to = APP.resolve(i + "-" + entry.getFileName());
        layer.addEntryRecursive(
            entry,
            to,
            (from, at) -> FileEntriesLayer.DEFAULT_FILE_PERMISSIONS_PROVIDER.get(from, at),
            (from, at) -> Instant.EPOCH);
        path.append(i == 0 ? "" : ":").append(to);
      }
      Jib.from("tar://" + TestCluster.baseImage())
          .addFileEntriesLayer(layer.build())
          .setEntrypoint("java", "-cp", path.toString(), PodMain.class.getName())
          .containerize(Containerizer.to(TarImage.at(made).named(image)).setOfflineMode(true));
      Files.move(made, tar);
    }
    TestCluster.load(tar);
    return image;
  }

  private static boolean isForPods(Path entry) {
    String text = entry.toString();
    String file = entry.getFileName().toString();
    return Files.exists(entry)
        && (file.startsWith("proto-google")
            || text.contains("/com/google/protobuf")
            || text.contains("/io/grpc/")
            || NOT_FOR_PODS.stream().noneMatch(text::contains));
  }

  static Path location(Class<?> type) throws Exception {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
  }
}
