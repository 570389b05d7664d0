package org.stepwell.suite.journey;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.stepwell.suite.Clinic;
import org.stepwell.suite.Http;
import org.stepwell.suite.Service;

/** Which operations of the four APIs there are, by their own descriptions, and which of them were called and did what they are for. */
final class Operations {

    private static final int REFUSED_FROM = 300;
    private static final Set<String> VERBS = Set.of("get", "post", "put", "delete", "patch");

    private final List<Operation> all = new ArrayList<>();
    private final Set<Operation> called = new HashSet<>();

    private record Operation(Service service, String method, String template, Pattern path) {}

    Operations(Clinic clinic) throws IOException, InterruptedException {
        try (var http = Http.client()) {
            for (var service : Service.all()) {
                var description = clinic.baseUrl(service).resolve("openapi?format=json");
                var answer =
                        http.send(HttpRequest.newBuilder(description).build(), HttpResponse.BodyHandlers.ofString());
                read(service, Api.JSON.readTree(answer.body()).path("paths"));
            }
        }
    }

    private void read(Service service, JsonNode paths) {
        var root = "/api/" + service.title() + "/v1";
        paths.properties()
                .forEach(path -> path.getValue().fieldNames().forEachRemaining(verb -> {
                    if (VERBS.contains(verb)) {
                        var template = path.getKey().replace(root, "");
                        var pattern = Pattern.compile(template.replaceAll("\\{[^}]+}", "[^/]+"));
                        all.add(new Operation(service, verb.toUpperCase(Locale.ROOT), template, pattern));
                    }
                }));
    }

    /** A call that was refused shows a rule, not what the operation does. */
    void answered(Service service, String method, String path, int status) {
        if (status < REFUSED_FROM) {
            called(service, method, path);
        }
    }

    private void called(Service service, String method, String path) {
        int query = path.indexOf('?');
        var plain = query < 0 ? path : path.substring(0, query);
        all.stream()
                .filter(operation -> operation.service() == service
                        && operation.method().equals(method)
                        && operation.path().matcher(plain).matches())
                // of two that match, the one with fewer placeholders is meant
                .min(java.util.Comparator.comparingInt(
                        operation -> operation.template().split("\\{").length))
                .ifPresent(called::add);
    }

    int total() {
        return all.size();
    }

    int calledCount() {
        return called.size();
    }

    /** Those never called, for whoever extends the journey. */
    Set<String> never() {
        var never = new TreeSet<String>();
        all.stream()
                .filter(operation -> !called.contains(operation))
                .forEach(operation -> never.add("%s %s%s"
                        .formatted(operation.method(), operation.service().title(), operation.template())));
        return never;
    }
}
