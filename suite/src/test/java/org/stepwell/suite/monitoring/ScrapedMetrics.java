package org.stepwell.suite.monitoring;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.stepwell.suite.Clinic;
import org.stepwell.suite.Http;
import org.stepwell.suite.Service;

/** What the services of a running clinic say, beside what rules and dashboards ask for. */
public final class ScrapedMetrics {

    /** Prometheus adds these to whatever it scrapes. */
    private static final Set<String> OF_PROMETHEUS = Set.of("job", "pod", "namespace", "instance");

    private static final Pattern SERIES = Pattern.compile(
            "^([a-zA-Z_:][\\w:]*)(?:\\{((?:[^\"}]|\"(?:\\\\.|[^\"\\\\])*\")*)})? \\S+(?: #.*)?$"); // behind # an
    // exemplar
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"(?:\\\\.|[^\"\\\\])*\"");

    private final Map<String, Set<String>> labels = new HashMap<>();

    private ScrapedMetrics() {}

    /** What is asked for and nobody says, each with where it is asked for. */
    public static List<String> missing(Clinic clinic) throws IOException, InterruptedException {
        var scraped = new ScrapedMetrics();
        try (var http = Http.client()) {
            for (var service : Service.all()) {
                scraped.add(scrape(http, clinic.managementUrl(service)));
            }
        }
        return scraped.missing(Monitoring.of(Monitoring.FOLDER), MetricsPage.read());
    }

    private static String scrape(HttpClient http, URI management) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(management + "/q/metrics"));
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString()).body();
    }

    static ScrapedMetrics of(String said) {
        var scraped = new ScrapedMetrics();
        scraped.add(said);
        return scraped;
    }

    private void add(String said) {
        said.lines().map(SERIES::matcher).filter(line -> line.matches()).forEach(line -> {
            var of = labels.computeIfAbsent(line.group(1), _ -> new TreeSet<>());
            if (line.group(2) != null) {
                LABEL.matcher(line.group(2)).results().forEach(label -> of.add(label.group(1)));
            }
        });
    }

    List<String> missing(Monitoring monitoring, MetricsPage page) {
        var missing = new ArrayList<String>();
        for (var asked : monitoring.asked()) {
            var query = PromQl.read(asked.query());
            var known = new TreeSet<>(OF_PROMETHEUS);
            boolean all = true;
            for (var selected : query.selected()) {
                var said = labels.get(selected.metric());
                if (monitoring.recorded().contains(selected.metric())
                        || page.ofOthers().contains(selected.metric())) {
                    all = false;
                } else if (said == null) {
                    missing.add("%s: no service says %s".formatted(asked.where(), selected.metric()));
                } else {
                    known.addAll(said);
                    var unknown = new TreeSet<>(selected.labels());
                    unknown.removeAll(said);
                    unknown.removeAll(OF_PROMETHEUS);
                    unknown.forEach(label ->
                            missing.add("%s: %s has no label %s".formatted(asked.where(), selected.metric(), label)));
                }
            }
            if (all) {
                query.grouped().stream()
                        .filter(label -> !known.contains(label))
                        .forEach(label -> missing.add("%s: nothing has a label %s".formatted(asked.where(), label)));
            }
        }
        return missing;
    }
}
