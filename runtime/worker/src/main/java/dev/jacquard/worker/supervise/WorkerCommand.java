package dev.jacquard.worker.supervise;

import dev.jacquard.spi.FolderBlobStore;
import dev.jacquard.worker.gateway.WorkerPool;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The command that starts a worker like this process: the same java, class path, locale, zone,
 * charset and assertions. Its secrets are in a file.
 */
record WorkerCommand(
    int port,
    WorkerPool pool,
    int slots,
    Path tokenFile,
    Path codeFile,
    String blobs,
    @Nullable Path offloaded,
    ClassArchive archive,
    List<String> jvmOptions) {

  private static final int WARNS_OF_NATIVE_ACCESS = 24;

  // The rest is for what a JVM needs beside its heap.
  private static final double HEAP = 0.75;
  private static final long LEAST_HEAP = 16 << 10;

  ProcessBuilder process(String instance) {
    ProcessBuilder builder = new ProcessBuilder(words(instance)).redirectErrorStream(true);
    // Not on the command line: it may be longer than that may be.
    Map<String, String> environment = builder.environment();
    environment.put("CLASSPATH", System.getProperty("java.class.path", ""));
    environment.remove("JAVA_TOOL_OPTIONS");
    environment.put(FolderBlobStore.VARIABLE, blobs);
    environment.putAll(pool.environment());
    return builder;
  }

  private List<String> words(String instance) {
    List<String> words = new ArrayList<>();
    words.add(java());
    words.add("-XX:+UseSerialGC");
    words.add("-Xshare:auto");
    words.addAll(archive.options());
    if (Runtime.version().feature() >= WARNS_OF_NATIVE_ACCESS) {
      words.add("--enable-native-access=ALL-UNNAMED");
    }
    // Setting up events for Flight Recorder takes Netty longer than connecting.
    words.add("-Dio.grpc.netty.shaded.io.netty.jfr.enabled=false");
    Locale locale = Locale.getDefault();
    words.add("-Duser.language=" + locale.getLanguage());
    words.add("-Duser.country=" + locale.getCountry());
    words.add("-Duser.variant=" + locale.getVariant());
    words.add("-Duser.script=" + locale.getScript());
    words.add("-Duser.timezone=" + ZoneId.systemDefault().getId());
    words.add("-Dfile.encoding=" + java.nio.charset.Charset.defaultCharset().name());
    if (assertions()) {
      words.add("-ea");
    }
    if (pool.processors() > 0) {
      words.add("-XX:ActiveProcessorCount=" + pool.processors());
    }
    if (pool.memoryBytes() > 0) {
      words.add("-Xmx" + Math.max(LEAST_HEAP, (long) (HEAP * pool.memoryBytes()) >> 10) + "k");
    }
    words.addAll(jvmOptions);
    words.add("dev.jacquard.worker.process.WorkerMain");
    words.addAll(List.of("--connect", "127.0.0.1:" + port));
    words.addAll(List.of("--pool", pool.name()));
    words.addAll(List.of("--slots", Integer.toString(pool.isolated() ? 1 : slots)));
    words.addAll(List.of("--instance", instance));
    words.addAll(List.of("--token-file", tokenFile.toString()));
    words.addAll(List.of("--class-path-file", codeFile.toString()));
    if (offloaded != null) {
      words.addAll(List.of("--offloaded", offloaded.toString()));
    }
    words.addAll(List.of("--leave-with", Long.toString(ProcessHandle.current().pid())));
    return words;
  }

  /** The java that runs this process. */
  static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /** Whether user code of this process runs with assertions. */
  static boolean assertions() {
    return WorkerCommand.class.desiredAssertionStatus();
  }
}
