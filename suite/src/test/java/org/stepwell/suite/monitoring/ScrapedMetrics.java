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
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.stepwell.suite.Clinic;
import org.stepwell.suite.Http;
import org.stepwell.suite.Service;
import org.stepwell.suite.monitoring.Monitoring.Asked;
import org.stepwell.suite.monitoring.PromQl.Match;
import org.stepwell.suite.monitoring.PromQl.Selected;

/** What the services of a running clinic say, beside what rules, dashboards and runbooks ask for. */
public final class ScrapedMetrics {

    /** Prometheus adds these to whatever it scrapes. */
    private static final Set<String> OF_PROMETHEUS = Set.of("job", "pod", "namespace", "instance");

    /** Behind # is an exemplar. */
    private static final Pattern SERIES =
            Pattern.compile("^([a-zA-Z_:][\\w:]*)(?:\\{((?:[^\"}]|\"(?:\\\\.|[^\"\\\\])*\")*)})? \\S+(?: #.*)?$");

    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"((?:\\\\.|[^\"\\\\])*)\"");

    /** What an answer's status may be: in a story that goes well none is a failure. */
    private static final Set<String> STATUSES =
            IntStream.range(100, 600).mapToObj(Integer::toString).collect(Collectors.toSet());

    private final Map<String, Map<String, Set<String>>> labels = new HashMap<>();

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
            var of = labels.computeIfAbsent(line.group(1), _ -> new TreeMap<>());
            if (line.group(2) != null) {
                LABEL.matcher(line.group(2))
                        .results()
                        .forEach(label -> of.computeIfAbsent(label.group(1), _ -> new TreeSet<>())
                                .add(label.group(2)));
            }
        });
    }

    List<String> missing(Monitoring monitoring, MetricsPage page) {
        var missing = new ArrayList<String>();
        for (var asked : monitoring.asked()) {
            var query = PromQl.read(asked.query());
            var ours = query.selected().stream()
                    .filter(selected -> !monitoring.recorded().contains(selected.metric())
                            && !page.ofOthers().containsKey(selected.metric()))
                    .toList();
            ours.forEach(selected -> missing.addAll(missing(asked, selected)));
            if (ours.size() == query.selected().size()) {
                var known = new TreeSet<>(OF_PROMETHEUS);
                ours.forEach(selected -> known.addAll(
                        labels.getOrDefault(selected.metric(), Map.of()).keySet()));
                query.grouped().stream()
                        .filter(label -> !known.contains(label))
                        .forEach(label -> missing.add("%s: nothing has a label %s".formatted(asked.where(), label)));
            }
        }
        return missing;
    }

    private List<String> missing(Asked asked, Selected selected) {
        var said = labels.get(selected.metric());
        if (said == null) {
            return List.of("%s: no service says %s".formatted(asked.where(), selected.metric()));
        }
        return selected.matches().stream()
                .flatMap(match -> match.each().stream())
                .filter(match -> !OF_PROMETHEUS.contains(match.label()))
                .filter(match -> !says(said, match))
                .map(match -> said.containsKey(match.label())
                        ? "%s: %s never has a %s like \"%s\""
                                .formatted(asked.where(), selected.metric(), match.label(), match.value())
                        : "%s: %s has no label %s".formatted(asked.where(), selected.metric(), match.label()))
                .toList();
    }

    private static boolean says(Map<String, Set<String>> said, Match match) {
        if (!said.containsKey(match.label())) {
            return false;
        }
        var values = match.label().equals("status") ? STATUSES : said.get(match.label());
        return !match.demands() || values.stream().anyMatch(match::allows);
    }
}
