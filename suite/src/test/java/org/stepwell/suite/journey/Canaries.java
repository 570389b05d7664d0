package org.stepwell.suite.journey;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.stepwell.suite.Clinic;
import org.stepwell.suite.Service;

/** Looks for a text wherever the services leave something behind that others than the clinic may read. */
final class Canaries {

    private final Clinic clinic;
    private final Spans spans;

    Canaries(Clinic clinic, Spans spans) {
        this.clinic = clinic;
        this.spans = spans;
    }

    /** The places that hold a text: logs, topics, tables, metrics, traces; how often in each. */
    Map<String, Long> with(String text) throws Exception {
        var found = new TreeMap<String, Long>();
        logs(text, found);
        topics(text, found);
        for (var service : Service.all()) {
            tables(service, text, found);
            note(found, "metrics of " + service.title(), count(metrics(service), text));
        }
        note(found, "traces", spans.with(text));
        return found;
    }

    private void logs(String text, Map<String, Long> found) throws IOException {
        try (var files = Files.list(clinic.settings().home().resolve("logs"))) {
            for (var file : (Iterable<java.nio.file.Path>) files::iterator) {
                var said = Files.readString(file, StandardCharsets.ISO_8859_1);
                note(found, "log " + file.getFileName(), count(said, text));
            }
        }
    }

    private void topics(String text, Map<String, Long> found) {
        var reader = new TopicReader(clinic.bootstrap());
        for (var topic : reader.topics()) {
            long records = reader.all(topic).records().stream()
                    .filter(record -> whole(record).contains(text))
                    .count();
            note(found, "topic " + topic, records);
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
    private void tables(Service service, String text, Map<String, Long> found) throws SQLException {
        try (var connection = clinic.jdbc(service);
                var statement = connection.createStatement()) {
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
                var query = "select count(*) from %s as one where one::text like '%%' || ? || '%%'".formatted(table);
                try (var asked = connection.prepareStatement(query)) {
                    asked.setString(1, text);
                    try (var row = asked.executeQuery()) {
                        row.next();
                        note(found, "table %s of %s".formatted(table, service.title()), row.getLong(1));
                    }
                }
            }
        }
    }

    private String metrics(Service service) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(clinic.managementUrl(service) + "/q/metrics"));
            var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() + " " + answer.body();
        }
    }

    private static void note(Map<String, Long> found, String place, long times) {
        if (times > 0) {
            found.put(place, times);
        }
    }

    private static long count(String said, String text) {
        return List.of(said.split("\n", -1)).stream()
                .filter(line -> line.contains(text))
                .count();
    }
}
