package dev.jacquard.worker.fault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.jacquard.worker.fault.EngineProcess.End;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** However an engine ends, nothing of it is left: no process, no port, no file. */
@Timeout(120)
class EngineEndTest {

  private static final int SOON = 30;

  @TempDir Path temporary;

  private Process engine;

  @AfterEach
  void end() {
    engine.descendants().forEach(ProcessHandle::destroyForcibly);
    engine.destroyForcibly();
  }

  @ParameterizedTest
  @EnumSource
  void nothingIsLeftOfAnEngineThatEnds(End how) throws Exception {
    List<ProcessHandle> workers = start(how);
    int port = port(workers.get(0));
    assertThat(files()).isNotEmpty();
    engine.getOutputStream().write('\n');
    engine.getOutputStream().flush();
    assertThat(engine.waitFor(SOON, SECONDS)).isTrue();
    assertThat(engine.exitValue()).isZero();
    awaitNothingOf(workers, port);
  }

  @ParameterizedTest
  @EnumSource(names = {"WITH_WORK", "WITH_DEFIANT_WORK"})
  void nothingIsLeftOfAnEngineThatIsKilled(End with) throws Exception {
    List<ProcessHandle> workers = start(with);
    int port = port(workers.get(0));
    assertThat(files()).isNotEmpty();
    engine.destroyForcibly();
    assertThat(engine.waitFor(SOON, SECONDS)).isTrue();
    awaitNothingOf(workers, port);
  }

  @ParameterizedTest
  @EnumSource(names = "WITH_WORK")
  void nothingIsLeftOfAnEngineThatIsTerminated(End with) throws Exception {
    List<ProcessHandle> workers = start(with);
    int port = port(workers.get(0));
    // Not by Process.destroy, which closes its input as well.
    Signals.terminate(engine.toHandle());
    assertThat(engine.waitFor(SOON, SECONDS)).isTrue();
    awaitNothingOf(workers, port);
  }

  /** Returns the workers of an engine that is ready. */
  private List<ProcessHandle> start(End end) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Djava.io.tmpdir=" + temporary,
                EngineProcess.class.getName(),
                end.name())
            .redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    builder.environment().put("JACQUARD_BLOBS", temporary.resolve("blobs").toString());
    engine = builder.start();
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(engine.getInputStream(), UTF_8));
    assertThat(lines.readLine()).isEqualTo(EngineProcess.READY);
    List<ProcessHandle> workers = engine.children().toList();
    assertThat(workers).hasSize(2);
    return workers;
  }

  private static int port(ProcessHandle worker) {
    List<String> words = Arrays.asList(worker.info().arguments().orElseThrow());
    String address = words.get(words.indexOf("--connect") + 1);
    return Integer.parseInt(address.substring(address.indexOf(':') + 1));
  }

  private void awaitNothingOf(List<ProcessHandle> workers, int port) {
    await()
        .atMost(SOON, SECONDS)
        .untilAsserted(
            () -> {
              assertThat(workers).noneMatch(ProcessHandle::isAlive);
              assertThat(files()).isEmpty();
              assertThat(isOpen(port)).isFalse();
            });
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(temporary)) {
      return all.filter(file -> file.toString().matches(".*(jacquard-workers|blobs.offloaded.).*"))
          .toList();
    }
  }

  private static boolean isOpen(int port) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (ConnectException e) {
      return false;
    }
  }
}
