package org.stepwell.suite.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Collections;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.stepwell.suite.Service;

/** Figures of a measured run, from numbers that anybody can check by hand. */
class FigureTest {

    private static final List<Double> ONE_TO_A_HUNDRED =
            DoubleStream.iterate(1, number -> number + 1).limit(100).boxed().toList();

    @Test
    void percentilesStandBesideTheMiddleOfTheSameWithoutUs() {
        var shuffled = new java.util.ArrayList<>(ONE_TO_A_HUNDRED);
        Collections.shuffle(shuffled, new java.util.Random(1));

        var figure = Figure.times("request", "ms", shuffled, List.of(30.0, 10.0, 20.0), "p99 100");

        assertThat(figure.n()).isEqualTo(100);
        assertThat(figure.p50()).isEqualTo(51.0);
        assertThat(figure.p95()).isEqualTo(96.0);
        assertThat(figure.p99()).isEqualTo(100.0);
        assertThat(figure.baseline()).isEqualTo(20.0);
        assertThat(figure.ratio()).isEqualTo(2.55);
    }

    @Test
    void whatHasNothingBareToCompareWithHasNoRatio() {
        var figure = Figure.value("lost", "count", 3, 0, null, "0");

        assertThat(figure.value()).isZero();
        assertThat(figure.baseline()).isNull();
        assertThat(figure.ratio()).isNull();
    }

    @Test
    void aReportSaysWhatItWasMeasuredOnAndLeavesOutWhatItDoesNotKnow() throws Exception {
        var figure = Figure.value("resident", "MB", 1, 300.456, 200.0, "250").of(Service.ENROLLMENT);

        var report = Report.of("platform", 42, "nothing", List.of(figure));

        var json = new ObjectMapper().readTree(report.json());
        assertThat(json.get("cores").asInt()).isPositive();
        assertThat(json.get("commit").asText()).isNotBlank();
        assertThat(json.at("/figures/0/value").asDouble()).isEqualTo(300.46);
        assertThat(json.at("/figures/0/ratio").asDouble()).isEqualTo(1.5);
        assertThat(json.at("/figures/0").has("p50")).isFalse();
        assertThat(report.table()).contains("resident enrollment", "300.46", "1.50", "250");
    }
}
