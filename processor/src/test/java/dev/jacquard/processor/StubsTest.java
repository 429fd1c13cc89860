package dev.jacquard.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jacquard.WorkflowCall;
import dev.jacquard.processor.TestCompiler.Compiled;
import dev.jacquard.spi.ActorHandler;
import dev.jacquard.spi.RecordCodec;
import dev.jacquard.spi.TaskHandler;
import java.io.IOException;
import java.lang.reflect.Field;
import java.math.BigDecimal;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Generated classes do what they are for. */
class StubsTest {

  private static final Path FOLDERS = Path.of("src/test/resources/generated");

  @TempDir Path home;

  @Test
  void stubWithoutArgumentsHasTheDefaults() throws Exception {
    Class<?> stubs = load("Defaults").loadClass("shop.DefaultsWorkflows");
    WorkflowCall<?> scalars = (WorkflowCall<?>) stubs.getMethod("scalars").invoke(null);
    assertThat(scalars.workflow()).isEqualTo("shop.Defaults.scalars");
    assertThat(scalars.stub()).isEqualTo(stubs);
    List<Object> arguments = scalars.arguments();
    assertThat(arguments.subList(0, 8))
        .containsExactly(
            (byte) -7, 9000000000L, 1000f, Double.NaN, '\'', true, "a \"b\"\n\\ $L ü", "");
    assertThat(arguments.get(8)).hasToString("GREEN");
    assertThat(arguments.subList(9, 13))
        .containsExactly(
            new BigDecimal("1.50"),
            Instant.parse("2026-11-23T10:15:30Z"),
            Duration.ofMinutes(1),
            UUID.fromString("123e4567-e89b-12d3-a456-426614174000"));
  }

  @Test
  void defaultsWithPartsAreEqualToTheirJson() throws Exception {
    Class<?> stubs = load("Defaults").loadClass("shop.DefaultsWorkflows");
    List<Object> arguments = ((WorkflowCall<?>) stubs.getMethod("parts").invoke(null)).arguments();
    assertThat(arguments.get(0)).isEqualTo(Arrays.asList(1, null));
    assertThat(arguments.get(1)).isEqualTo(List.of(List.of("a"), List.of()));
    assertThat(arguments.get(2)).isEqualTo(new int[] {1, 2});
    assertThat(arguments.get(3)).hasToString("[GREEN]");
    assertThat(arguments.get(4)).hasToString("{RED=1, GREEN=null}");
    assertThat(arguments.get(5)).isEqualTo(Optional.empty());
    assertThat(arguments.get(6)).hasToString("Point[x=1, label=Optional[p]]");
    assertThat(arguments.get(7)).hasToString("[Circle[radius=0.5]]");
  }

  @Test
  void nullAloneIsAnArgument() throws Exception {
    Class<?> stubs = load("Defaults").loadClass("shop.DefaultsWorkflows");
    WorkflowCall<?> call = (WorkflowCall<?>) stubs.getMethod("alone").invoke(null);
    assertThat(call.arguments()).containsExactly((Object) null);
  }

  @Test
  void handlerCallsItsTask() throws Throwable {
    TaskHandler handler =
        create(load("Anomalies"), "shop.AnomaliesHandlers$IsAnomalousTask", TaskHandler.class);
    assertThat(handler.call(null, new Object[] {12, 11})).isEqualTo(true);
    TaskHandler ofVoid =
        create(load("Anomalies"), "shop.AnomaliesHandlers$PageTask", TaskHandler.class);
    assertThat(ofVoid.call(null, new Object[] {List.of()})).isNull();
  }

  @Test
  void actorIsMadeWarmedUpCalledAndClosed() throws Throwable {
    ClassLoader loader = load("Actors");
    // Constructors by their erased parameters: (java.lang.String), (java.util.List,int[]).
    ActorHandler handler =
        create(loader, "shop.DetectorHandlers$DetectorActor", ActorHandler.class);
    Object actor = handler.create(new Object[] {"abc"});
    handler.warmUp(actor);
    TaskHandler task = create(loader, "shop.DetectorHandlers$IsAnomalousTask", TaskHandler.class);
    assertThat(task.call(actor, new Object[] {4})).isEqualTo(true);
    handler.close(actor);
    Field log = actor.getClass().getDeclaredField("log");
    log.setAccessible(true);
    assertThat(log.get(actor)).isEqualTo(List.of("warm", "call", "closed"));
    assertThatThrownBy(() -> handler.create(new Object[] {""}))
        .isInstanceOf(IOException.class)
        .hasMessage("no model");
  }

  @Test
  void actorThatIsNoMoreThanThatNeedsNoClosing() throws Throwable {
    ActorHandler handler =
        create(load("Actors"), "shop.PlainHandlers$PlainActor", ActorHandler.class);
    Object actor = handler.create(new Object[0]);
    handler.warmUp(actor);
    handler.close(actor);
    assertThat(actor.getClass().getName()).isEqualTo("shop.Plain");
  }

  @Test
  void codecTakesARecordApartAndMakesItAgain() throws Throwable {
    ClassLoader loader = load("Codecs");
    RecordCodec codec = create(loader, "shop.CodecsCodecs$Codecs_NodeCodec", RecordCodec.class);
    Object node = codec.create(new Object[] {"n", List.of()});
    assertThat(node).hasToString("Node[name=n, children=[]]");
    assertThat(codec.type()).isEqualTo(node.getClass());
    assertThat(codec.component(node, 0)).isEqualTo("n");
    assertThat(codec.component(node, 1)).isEqualTo(List.of());
    assertThatThrownBy(() -> codec.component(node, 2))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  private static <T> T create(ClassLoader loader, String name, Class<T> type) throws Exception {
    return type.cast(loader.loadClass(name).getConstructor().newInstance());
  }

  private ClassLoader load(String folder) throws MalformedURLException {
    Compiled compiled =
        TestCompiler.into(home.resolve(folder))
            .compile(TestCompiler.sourcesIn(FOLDERS.resolve(folder)));
    assertThat(compiled.messages()).isEmpty();
    return new URLClassLoader(
        new URL[] {compiled.classes().toUri().toURL()}, getClass().getClassLoader());
  }
}
