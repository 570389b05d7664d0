package org.stepwell.suite.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.stepwell.suite.monitoring.MetricsPage.Other;
import org.stepwell.suite.monitoring.Monitoring.Asked;

/** A query that asks for what no service says is found; the journey asks this of the running ones. */
class ScrapedMetricsTest {

    private static final String SAID = """
            # HELP stepwell_parked_keys of a listener
            # TYPE stepwell_parked_keys gauge
            stepwell_parked_keys{listener="enrollment"} 0.0
            http_server_requests_seconds_bucket{method="GET",uri="/a/{b}",le="0.3"} 12
            http_server_requests_seconds_count{method="GET",status="200",uri="/a/{b}"} 12 # {trace_id="45d2"} 1.0
            stepwell_reminders_late_total 21.0 # {span_id="4fbd",trace_id="3926"} 1.0
            """;

    @Test
    void whatIsSaidIsNotMissing() {
        assertThat(missing("max by (job, listener) (stepwell_parked_keys) > 0")).isEmpty();
        assertThat(missing("rate(stepwell_reminders_late_total[5m])")).isEmpty();
        assertThat(missing("sum by (trace_id) (http_server_requests_seconds_count)"))
                .hasSize(1);
        assertThat(missing("rate(http_server_requests_seconds_bucket{uri=~\"/a/.+\",le=\"0.3\"}[5m])"))
                .isEmpty();
        assertThat(missing("cnpg_pg_replication_lag > 30 and stepwell:kept:ratio5m"))
                .isEmpty();
    }

    @Test
    void aMetricThatDoesNotExistIsNamedWithWhoAsksForIt() {
        assertThat(missing("stepwell_parked_key > 0"))
                .containsExactly("rules/x.yaml, X: no service says stepwell_parked_key");
    }

    @Test
    void aLabelThatDoesNotExistIsNamedToo() {
        assertThat(missing("max by (topic) (stepwell_parked_keys{key=\"a\"})"))
                .containsExactly(
                        "rules/x.yaml, X: stepwell_parked_keys has no label key",
                        "rules/x.yaml, X: nothing has a label topic");
    }

    @Test
    void aValueThatNobodyEverSaysIsNamed() {
        assertThat(missing("stepwell_parked_keys{listener=\"enrolment\"} > 0"))
                .containsExactly("rules/x.yaml, X: stepwell_parked_keys never has a listener like \"enrolment\"");
        assertThat(missing("rate(http_server_requests_seconds_bucket{le=\"0.30\"}[5m])"))
                .containsExactly("rules/x.yaml, X: http_server_requests_seconds_bucket never has a le like \"0.30\"");
        assertThat(missing("stepwell_parked_keys{listener=~\"(enrollment|therapie)\"}"))
                .containsExactly("rules/x.yaml, X: stepwell_parked_keys never has a listener like \"therapie\"");
        assertThat(missing("stepwell_parked_keys{listener=~\"enroll(ment|ments)\"}"))
                .containsExactly("rules/x.yaml, X: stepwell_parked_keys never has a listener like \"enrollments\"");
        assertThat(missing("stepwell_parked_keys{listener=~\"enrol.+\"}")).isEmpty();
        assertThat(missing("stepwell_parked_keys{listener!=\"consent\"}")).isEmpty();
    }

    @Test
    void aStatusIsOneThatAnAnswerMayHave() {
        assertThat(missing("http_server_requests_seconds_count{status=~\"5..\"}"))
                .isEmpty();
        assertThat(missing("http_server_requests_seconds_count{status=~\"5xx\"}"))
                .containsExactly("rules/x.yaml, X: http_server_requests_seconds_count never has a status like \"5xx\"");
    }

    private static List<String> missing(String query) {
        var monitoring = new Monitoring(
                Path.of("."),
                List.of(),
                Set.of("stepwell:kept:ratio5m"),
                Map.of(),
                List.of(new Asked("rules/x.yaml, X", query)),
                List.of(),
                List.of(),
                Set.of(),
                Set.of());
        return ScrapedMetrics.of(SAID)
                .missing(
                        monitoring,
                        new MetricsPage(
                                Set.of(), Map.of("cnpg_pg_replication_lag", new Other(Set.of(), "")), Set.of()));
    }
}
