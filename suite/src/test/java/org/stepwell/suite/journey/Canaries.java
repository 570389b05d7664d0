package org.stepwell.suite.journey;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.stepwell.suite.Clinic;
import org.stepwell.suite.Http;
import org.stepwell.suite.Service;

/** Looks for texts wherever the services leave something behind that others than the clinic may read. */
final class Canaries {

    private final Clinic clinic;
    private final Spans spans;

    Canaries(Clinic clinic, Spans spans) {
        this.clinic = clinic;
        this.spans = spans;
    }

    /** For each text, the places that hold it: logs, topics, tables, metrics, traces. Everything is read once. */
    Map<String, Set<String>> places(List<String> texts) throws Exception {
        var found = new TreeMap<String, Set<String>>();
        texts.forEach(text -> found.put(text, new TreeSet<>()));
        logs(found);
        topics(found);
        for (var service : Service.all()) {
            tables(service, found);
            look(found, "metrics of " + service.title(), metrics(service));
        }
        found.forEach((text, places) -> {
            if (spans.hold(text)) {
                places.add("traces");
            }
        });
        return found;
    }

    private static void look(Map<String, Set<String>> found, String place, String said) {
        found.forEach((text, places) -> {
            if (said.contains(text)) {
                places.add(place);
            }
        });
    }

    private void logs(Map<String, Set<String>> found) throws IOException {
        try (var files = Files.list(clinic.settings().home().resolve("logs"))) {
            for (var file : (Iterable<java.nio.file.Path>) files::iterator) {
                look(found, "log " + file.getFileName(), Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
    }

    private void topics(Map<String, Set<String>> found) {
        var reader = new TopicReader(clinic.bootstrap());
        for (var topic : reader.topics()) {
            reader.all(topic).records().forEach(record -> look(found, "topic " + topic, whole(record)));
        }
    }

    private static String whole(ConsumerRecord<String, byte[]> record) {
        var said = new StringBuilder(record.key());
        record.headers().forEach(header -> said.append('\n').append(text(header.value())));
        return said.append('\n').append(text(record.value())).toString();
    }

    private static String text(byte @Nullable [] bytes) {
        return bytes == null ? "" : new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /** Every row of every table as text, read by the superuser, as a dump would. */
    private void tables(Service service, Map<String, Set<String>> found) throws SQLException {
        try (var connection = clinic.jdbc(service);
                var statement = connection.createStatement()) {
            // Else bytes are shown as hexadecimal digits, in which nobody finds a text.
            statement.execute("set bytea_output = 'escape'");
            var tables = new ArrayList<String>();
            try (var rows = statement.executeQuery("""
                    select format('%I.%I', schemaname, tablename) from pg_tables
                    where schemaname not in ('pg_catalog', 'information_schema')
                    """)) {
                while (rows.next()) {
                    tables.add(rows.getString(1));
                }
            }
            for (var table : tables) {
                try (var rows = statement.executeQuery("select one::text from %s as one".formatted(table))) {
                    while (rows.next()) {
                        look(found, "table %s of %s".formatted(table, service.title()), rows.getString(1));
                    }
                }
            }
        }
    }

    private String metrics(Service service) throws IOException, InterruptedException {
        try (var http = Http.client()) {
            var request = HttpRequest.newBuilder(URI.create(clinic.managementUrl(service) + "/q/metrics"));
            var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() + " " + answer.body();
        }
    }
}
