package org.stepwell.suite.monitoring;

import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** A mistake of each kind in what ops are told by: where, what is right there, what is wrong, and what is said of it. */
final class Mistakes {

    private Mistakes() {}

    static Stream<Arguments> all() {
        return Stream.of(
                argumentSet(
                        "a metric that does not exist",
                        "rules/care.yaml",
                        "stepwell_sessions_overbooked",
                        "stepwell_sessions_overboked",
                        "stepwell_sessions_overboked is not in docs/metrics.md"),
                argumentSet(
                        "a panel of a metric that does not exist",
                        "dashboards/care.json",
                        "max(stepwell_sessions_overbooked{",
                        "max(sessions_overbooked{",
                        "sessions_overbooked is not in docs/metrics.md"),
                argumentSet(
                        "an alert without a runbook",
                        "rules/care.yaml",
                        "runbooks/overbooked.md",
                        "runbooks/no-such-file.md",
                        "Overbooked has no runbook"),
                argumentSet(
                        "a runbook without an alert",
                        "rules/care.yaml",
                        "runbooks/overbooked.md",
                        "runbooks/free-places.md",
                        "the runbook overbooked.md belongs to no alert"),
                argumentSet(
                        "a runbook that does not say what not to do",
                        "runbooks/overbooked.md",
                        "## What not to do",
                        "## More",
                        "the runbook overbooked.md says nothing under \"## What not to do\""),
                argumentSet(
                        "an alert without a test in which it fires",
                        "tests/care.yaml",
                        "alertname=\"Overbooked\"",
                        "alertname=\"Other\"",
                        "Overbooked has no test in which it fires"),
                argumentSet(
                        "an alert without a test in which it does not",
                        "tests/care.yaml",
                        "        exp_samples: []\n",
                        "        exp_samples: [{ labels: x, value: 1 }]\n",
                        "Overbooked has no test in which it does not fire"),
                argumentSet(
                        "an alert that nobody knows how urgent it is",
                        "rules/care.yaml",
                        "severity: page",
                        "severity: critical",
                        "Overbooked has no severity"),
                argumentSet(
                        "a panel without a unit",
                        "dashboards/care.json",
                        "\"unit\": \"s\", ",
                        "",
                        "\"Danger that nobody has taken\" has no unit"),
                argumentSet(
                        "an alert in which one installation hides another",
                        "rules/care.yaml",
                        "max by (namespace, job) (stepwell_sessions_overbooked)",
                        "max by (job) (stepwell_sessions_overbooked)",
                        "rules/care.yaml, Overbooked mixes installations"),
                argumentSet(
                        "an alert on all installations at once",
                        "rules/privacy.yaml",
                        "max by (namespace) (stepwell_breakglass_open)",
                        "max(stepwell_breakglass_open)",
                        "rules/privacy.yaml, BreakGlassOpen takes all installations for one"),
                argumentSet(
                        "a panel of all installations",
                        "dashboards/care.json",
                        "max(stepwell_sessions_overbooked{namespace=\\\"$namespace\\\"})",
                        "max(stepwell_sessions_overbooked)",
                        "shows stepwell_sessions_overbooked of all installations"),
                argumentSet(
                        "a label that somebody else's metric has not",
                        "rules/data.yaml",
                        "cnpg_collector_sync_replicas{value=",
                        "cnpg_collector_sync_replicas{valeu=",
                        "selects cnpg_collector_sync_replicas by [valeu]"),
                argumentSet(
                        "a promise that nobody counts",
                        "rules/burns.yaml",
                        "ratio1h{promise=\"reads\"}",
                        "ratio1h{promise=\"reeds\"}",
                        "asks for reeds of stepwell:bad:ratio1h, which no rule keeps"),
                argumentSet(
                        "a runbook that asks for a metric that does not exist",
                        "runbooks/overbooked.md",
                        "stepwell_sessions_overbooked",
                        "stepwell_sessions_overboked",
                        "stepwell_sessions_overboked is not in docs/metrics.md"),
                argumentSet(
                        "a runbook that leads to a page that is not there",
                        "runbooks/brokers.md",
                        "some\nare neither",
                        "`broker.md`",
                        "the runbook brokers.md names broker.md, and there is no such file"),
                argumentSet(
                        "a runbook that tells to look at a number that nobody says",
                        "runbooks/brokers.md",
                        "some\nare neither",
                        "`stepwell_brokers`",
                        "the runbook brokers.md names stepwell_brokers"),
                argumentSet(
                        "a rule that is deployed nowhere",
                        "kustomization.yaml",
                        "  - rules/care.yaml\n",
                        "",
                        "rules/care.yaml is deployed nowhere"));
    }
}
