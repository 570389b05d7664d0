package org.stepwell.platform.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;

/** A query per row shows in the metrics, on any machine. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class CountStatementsTest {

    private static final String PROBES = "/api/probe/v1/probes";

    @Inject
    MeterRegistry metrics;

    @Test
    void whatIsAskedForEachRowIsCounted() {
        IntStream.range(0, 22).forEach(_ -> make());

        double two = statements(2);
        double twenty = statements(20);

        // the probes ask for each patient whether the record was merged: what no list of ours does
        assertThat(twenty - two).isEqualTo(18);
        assertThat(statements(2)).isEqualTo(two).isPositive();
    }

    private double statements(int rows) {
        double before = sum("ProbeResource_list");
        Person.at("intake").asks().get(PROBES + "?limit=" + rows).then().statusCode(200);
        return sum("ProbeResource_list") - before;
    }

    private double sum(String operation) {
        var summary = metrics.find("stepwell.sql.statements")
                .tag("operation", operation)
                .summary();
        return summary == null ? 0 : summary.totalAmount();
    }

    private static void make() {
        Person.at("intake")
                .asks()
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "name",
                        UUID.randomUUID().toString(),
                        "patient",
                        UUID.randomUUID().toString(),
                        "size",
                        1))
                .post(PROBES)
                .then()
                .statusCode(201);
    }
}
