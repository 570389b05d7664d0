package org.stepwell.suite.monitoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.stepwell.suite.monitoring.Monitoring.Asked;
import org.stepwell.suite.monitoring.PromQl.Match;
import org.stepwell.suite.monitoring.PromQl.Selected;

/**
 * What can be said of a query without asking anybody: whether two installations in one Prometheus hide one another, and whether what
 * others say, or a rule keeps, is asked for by labels that it has.
 */
final class Queries {

    /** Whoever scrapes gives these to each metric; the second is what an operator calls the namespace that it speaks of. */
    private static final Set<String> INSTALLATION = Set.of("namespace", "resource_namespace");

    private static final Set<String> OF_WHOEVER_SCRAPES = Set.of("namespace", "pod", "job");

    private final Monitoring monitoring;
    private final MetricsPage page;
    private final List<String> found = new ArrayList<>();

    private Queries(Monitoring monitoring, MetricsPage page) {
        this.monitoring = monitoring;
        this.page = page;
    }

    static List<String> complaints(Monitoring monitoring, MetricsPage page) {
        var queries = new Queries(monitoring, page);
        for (var asked : monitoring.asked()) {
            var query = PromQl.read(asked.query());
            queries.apart(asked, query);
            query.selected().forEach(selected -> queries.labels(asked, selected));
        }
        return queries.found;
    }

    // The annotation it asks for is in a library that nothing else here needs.
    @SuppressWarnings("AnnotateFormatMethod")
    private void insist(boolean holds, String otherwise, Object... words) {
        if (!holds) {
            found.add(otherwise.formatted(words));
        }
    }

    private void apart(Asked asked, PromQl query) {
        if (asked.where().startsWith("dashboards/")) {
            query.selected()
                    .forEach(selected -> insist(
                            selected.matches().stream()
                                    .anyMatch(match -> INSTALLATION.contains(match.label())
                                            && match.value().equals("$namespace")),
                            "%s shows %s of all installations: select it by namespace=\"$namespace\"",
                            asked.where(),
                            selected.metric()));
            return;
        }
        insist(
                query.groupings().stream().allMatch(labels -> labels.stream().anyMatch(INSTALLATION::contains)),
                "%s mixes installations: group by namespace too",
                asked.where());
        insist(
                !query.sums() || asked.query().contains("absent("),
                "%s takes all installations for one: say by (namespace)",
                asked.where());
    }

    private void labels(Asked asked, Selected selected) {
        var other = page.ofOthers().get(selected.metric());
        if (other != null) {
            insist(!other.source().isBlank(), "%s: say in docs/metrics.md whose it is", selected.metric());
            var unknown = new TreeSet<>(selected.labels());
            unknown.removeAll(other.labels());
            unknown.removeAll(OF_WHOEVER_SCRAPES);
            insist(
                    unknown.isEmpty(),
                    "%s selects %s by %s, which it has not by docs/metrics.md",
                    asked.where(),
                    selected.metric(),
                    unknown);
        }
        if (monitoring.recorded().contains(selected.metric())) {
            selected.matches().stream()
                    .filter(match -> !OF_WHOEVER_SCRAPES.contains(match.label()))
                    .filter(match -> monitoring.kept().getOrDefault(match.label(), Set.of()).stream()
                            .noneMatch(match::allows))
                    .map(Match::value)
                    .forEach(value -> insist(
                            false,
                            "%s asks for %s of %s, which no rule keeps",
                            asked.where(),
                            value,
                            selected.metric()));
        }
    }
}
