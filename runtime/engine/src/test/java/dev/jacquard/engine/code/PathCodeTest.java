package dev.jacquard.engine.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jacquard.WorkflowCall;
import dev.jacquard.spi.TaskHandler;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PathCodeTest {

  @TempDir Path folder;

  @Test
  void applicationSharesTheApiAndTheJdkAlone() throws Exception {
    try (PathCode code = open(SampleApplication.sound().compile(folder))) {
      ClassLoader loader = code.loader();

      assertThat(loader.loadClass("dev.jacquard.WorkflowCall")).isSameAs(WorkflowCall.class);
      assertThat(loader.loadClass("dev.jacquard.spi.TaskHandler")).isSameAs(TaskHandler.class);
      assertThat(loader.loadClass("java.sql.Connection")).isSameAs(java.sql.Connection.class);
      for (String hidden :
          List.of(
              PathCode.class.getName(),
              "dev.jacquard.spec.v1.WorkflowSpec",
              "com.google.protobuf.Message",
              "org.slf4j.Logger",
              "org.objectweb.asm.ClassReader")) {
        assertThatThrownBy(() -> loader.loadClass(hidden))
            .isInstanceOf(ClassNotFoundException.class);
      }
      assertThat(loader.getResource("org/slf4j/Logger.class")).isNull();
    }
  }

  @Test
  void applicationBringsItsOwnVersionOfALibraryOfTheRuntime() throws Exception {
    Path app =
        SampleApplication.sound()
            .source(
                "org.slf4j.Logger",
                "package org.slf4j; public interface Logger { int VERSION = 99; }")
            .source("dev.jacquard.mine.Own", "package dev.jacquard.mine; public class Own {}")
            .compile(folder);
    try (PathCode code = open(app)) {
      Class<?> logger = code.loader().loadClass("org.slf4j.Logger");
      assertThat(logger.getField("VERSION").get(null)).isEqualTo(99);
      assertThat(code.loader().loadClass("dev.jacquard.mine.Own").getClassLoader())
          .isSameAs(code.loader());
    }
  }

  @Test
  void handlersOfTheApplicationAreCalledThroughTheSharedApi() throws Exception {
    try (PathCode code = open(SampleApplication.sound().compile(folder))) {
      TaskHandler handler =
          (TaskHandler)
              code.loader()
                  .loadClass("shop.AnomalyHandlers$isAnomalous")
                  .getConstructor()
                  .newInstance();
      Object point =
          code.loader()
              .loadClass("shop.Point")
              .getConstructor(int.class, List.class)
              .newInstance(12, List.of());
      assertThat(callQuietly(handler, point, 11)).isEqualTo(true);
    }
  }

  @Test
  void workflowsAreListedWithoutLoadingAClass() {
    System.clearProperty("shop.Anomaly");
    Path library = SampleApplication.sound().jar(folder.resolve("app.jar"), Map.of());
    Path empty = new SampleApplication().compile(folder.resolve("empty"));
    try (PathCode code = PathCode.open(ClassPath.of(List.of(empty, library)))) {
      assertThat(code.workflows())
          .containsExactly(SampleApplication.WORKFLOW, SampleApplication.OUTER);
      assertThat(code.spec(SampleApplication.WORKFLOW)).contains(SampleApplication.detect());
      assertThat(code.spec("shop.Anomaly.other")).isEmpty();
    }
    assertThat(System.getProperty("shop.Anomaly")).isNull();
  }

  private static PathCode open(Path path) {
    return PathCode.open(ClassPath.of(List.of(path)));
  }

  private static Object callQuietly(TaskHandler handler, Object... arguments) throws Exception {
    try {
      return handler.call(null, arguments);
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
  }
}
