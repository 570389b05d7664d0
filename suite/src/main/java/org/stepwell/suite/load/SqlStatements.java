package org.stepwell.suite.load;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.stepwell.suite.Clinic;
import org.stepwell.suite.Http;
import org.stepwell.suite.Service;
import org.stepwell.suite.Trouble;

/** How many statements a service sent to its database for one call of an operation, as its own metrics say. */
record SqlStatements(int calls, double each) {

    static final int CALLS = 10;
    private static final String COUNT = "stepwell_sql_statements_count";
    private static final String SUM = "stepwell_sql_statements_sum";
    private static final HttpClient HTTP = Http.client();

    /** Calls it some times; nobody else calls the same operations meanwhile. */
    static SqlStatements of(Clinic clinic, Service service, int operations, Callable<?> what) throws Exception {
        var before = read(clinic, service);
        for (int call = 0; call < CALLS; call++) {
            what.call();
        }
        var after = read(clinic, service);
        var called = after.keySet().stream()
                .filter(line -> line.startsWith(COUNT) && delta(before, after, line) == CALLS)
                .toList();
        if (called.size() != operations) {
            throw new Trouble("%d operations were called %d times".formatted(called.size(), CALLS));
        }
        double statements = called.stream()
                .mapToDouble(line -> delta(before, after, line.replace(COUNT, SUM)))
                .sum();
        return new SqlStatements(CALLS, statements / CALLS);
    }

    private static double delta(Map<String, Double> before, Map<String, Double> after, String line) {
        return after.getOrDefault(line, 0.0) - before.getOrDefault(line, 0.0);
    }

    private static Map<String, Double> read(Clinic clinic, Service service) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(clinic.managementUrl(service).resolve("/q/metrics"))
                .header("Accept", "text/plain") // without the traces that OpenMetrics puts behind a number
                .build();
        return HTTP.send(request, HttpResponse.BodyHandlers.ofString())
                .body()
                .lines()
                .filter(line -> line.startsWith("stepwell_sql_statements_"))
                .collect(Collectors.toMap(
                        line -> line.substring(0, line.lastIndexOf(' ')),
                        line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1))));
    }
}
