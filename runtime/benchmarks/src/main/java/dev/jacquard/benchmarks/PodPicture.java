package dev.jacquard.benchmarks;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.knowm.xchart.ChartEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler;

/** Draws the times of the experiment over the number of elements, both on logarithmic axes. */
final class PodPicture {

  /** Told apart also by those who see no red or green, on the light paper that is drawn below. */
  private static final Map<Way, Color> COLOURS =
      Map.of(
          Way.JOB, new Color(0x6E, 0x6E, 0x6E),
          Way.ISOLATED, new Color(0xD5, 0x5E, 0x00),
          Way.POOLED, new Color(0x00, 0x72, 0xB2),
          Way.COLD, new Color(0x00, 0x9E, 0x73),
          Way.WARM, new Color(0x9C, 0x3F, 0x8C));

  private PodPicture() {}

  static void write(Figures figures, Path file) throws IOException {
    XYChart chart =
        new XYChartBuilder()
            .width(840)
            .height(480)
            .title("Anomaly detection on Kubernetes, ten at once")
            .xAxisTitle("elements of the map")
            .yAxisTitle("wall time, seconds, logarithmic")
            .build();
    style(chart);
    for (Way way : Way.values()) {
      List<Double> seconds =
          Figures.ELEMENTS.stream().map(n -> figures.median(way, n).millis() / 1000).toList();
      XYSeries series = chart.addSeries(way.title(), places(), seconds);
      series.setLineColor(COLOURS.get(way));
      series.setMarkerColor(COLOURS.get(way));
      series.setLineStyle(new BasicStroke(2.5f));
    }
    ChartEncoder.saveChart(chart, file.toString(), "svg");
  }

  /** Each number of elements has a place of its own, at equal distances. */
  private static List<Integer> places() {
    return IntStream.range(0, Figures.ELEMENTS.size()).boxed().toList();
  }

  private static String elementsAt(double place) {
    int nearest = (int) Math.rint(place);
    boolean one = Math.abs(place - nearest) < 1e-6;
    return one ? Figures.ELEMENTS.get(nearest).toString() : "";
  }

  private static void style(XYChart chart) {
    var styler = chart.getStyler();
    styler.setChartBackgroundColor(Color.WHITE);
    styler.setPlotBackgroundColor(Color.WHITE);
    styler.setPlotBorderVisible(false);
    // Dashes would become a path each.
    styler.setPlotGridLinesStroke(new BasicStroke(1f));
    styler.setPlotGridLinesColor(new Color(0xDD, 0xDD, 0xDD));
    styler.setYAxisLogarithmic(true);
    styler.setYAxisLogarithmicDecadeOnly(true);
    styler.setYAxisMin(0.001);
    styler.setYAxisMax(1000.0);
    styler.setLegendPosition(Styler.LegendPosition.OutsideE);
    styler.setLegendBorderColor(Color.WHITE);
    styler.setMarkerSize(9);
    styler.setBaseFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
    styler.setXAxisTickMarkSpacingHint(200);
    styler.setXAxisTickLabelsFormattingFunction(PodPicture::elementsAt);
  }
}
