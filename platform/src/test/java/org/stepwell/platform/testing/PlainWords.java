package org.stepwell.platform.testing;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes something into each text of a form that nobody wrote before, and looks where the database holds it as it was written. */
final class PlainWords {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int FAILED_FROM = 300;
    private static final String DAY = "\\d{4}-\\d\\d-\\d\\d";

    /** What forms take where they take words of people: a sentence, a word, an address, a number; none is said twice. */
    private static final List<String> SHAPES =
            List.of("No. %s was here, number %d, and said so.", "k%s-%d", "k%s-%d@example.org", "+1%s");

    /** Ten digits: no form takes them for anything else than words, and nothing that is sealed or hashed has them by chance. */
    private final String mark = Long.toString(ThreadLocalRandom.current().nextLong(5_550_000_000L, 5_559_999_999L));

    private final Operations operations;
    private final Accounts accounts = new Accounts();
    private final Set<String> asked = new TreeSet<>();
    private final Set<String> taken = new TreeSet<>();
    private final Set<String> said = new TreeSet<>();
    private int number;

    PlainWords(Operations operations) {
        this.operations = operations;
    }

    /** What became of a form. */
    private enum Outcome {
        TAKEN,
        REFUSED,
        NOT_THEIRS,
        NEVER_TAKEN
    }

    /** By verb and path, the forms of which no text was taken. */
    Set<String> refused() {
        var left = new TreeSet<>(asked);
        left.removeAll(taken);
        return left;
    }

    /** As the first of these whose form is taken, or as nobody where there are none: all at once, or what it must have. */
    void says(List<Somebody> people, Operation operation, Records records) {
        var whole = operations.whole(operation, records.ids());
        var texts = Spoiled.textsIn(whole);
        if (texts.isEmpty()) {
            return;
        }
        asked.add(operation.name());
        if (says(people, operation, records, whole, texts) != Outcome.TAKEN) {
            var least = operations.least(operation, records.ids());
            says(people, operation, records, least, Spoiled.textsIn(least));
        }
        insists(people, operation, records);
        says(people, operation, records, whole, texts); // so that what comes next, such as a signature, finds all of it
    }

    /** What was not taken once more, one text by one, and where that is refused with each code that may stand beside it. */
    void insists(List<Somebody> people, Operation operation, Records records) {
        var whole = operations.whole(operation, records.ids());
        for (var text : Spoiled.textsIn(whole)) {
            var form =
                    dated(with(operations.least(operation, records.ids()), text.getMatchingProperty(), whole), records);
            var forms = new ArrayDeque<JsonNode>();
            if (says(people, operation, records, form, List.of(text)) == Outcome.REFUSED) {
                forms.addAll(codedOtherwise(operation, form));
            }
            while (!forms.isEmpty() && !said.contains(name(operation, text))) {
                says(people, operation, records, forms.removeFirst(), List.of(text));
            }
        }
    }

    /** With one more of all that a form may have. */
    private static JsonNode with(JsonNode least, String field, JsonNode whole) {
        if (least instanceof ObjectNode form) {
            form.set(field, whole.get(field));
        }
        return least;
    }

    /** On days of the records. */
    private static JsonNode dated(JsonNode form, Records records) {
        records.ids().forEach((name, value) -> {
            if (form.path(name).asText().matches(DAY) && value.matches(DAY)) {
                Spoiled.say(form, JsonPointer.empty().appendProperty(name), value);
            }
        });
        return form;
    }

    private List<JsonNode> codedOtherwise(Operation operation, JsonNode form) {
        var others = new ArrayList<JsonNode>();
        operations
                .codesIn(operation)
                .forEach((place, codes) -> codes.forEach(code -> {
                    if (form.at(place).isTextual() && !form.at(place).asText().equals(code)) {
                        var other = form.deepCopy();
                        Spoiled.say(other, place, code);
                        others.add(other);
                    }
                }));
        return others;
    }

    private static String name(Operation operation, JsonPointer text) {
        return operation.name() + " " + text;
    }

    private Outcome says(
            List<Somebody> people, Operation operation, Records records, JsonNode form, List<JsonPointer> texts) {
        var here = texts.stream().filter(text -> form.at(text).isTextual()).toList();
        var outcome = people.isEmpty() ? answered(null, operation, records, form, here) : Outcome.NOT_THEIRS;
        for (var somebody : people) {
            var one = answered(somebody, operation, records, form, here);
            if (one == Outcome.TAKEN || one == Outcome.NEVER_TAKEN) {
                return one;
            }
            outcome = one == Outcome.REFUSED ? one : outcome;
        }
        return outcome;
    }

    /** What a form points at as wrong is put in another way, as long as there is one, and then left as it was. */
    private Outcome answered(
            @Nullable Somebody somebody, Operation operation, Records records, JsonNode form, List<JsonPointer> texts) {
        var shapes = new HashMap<JsonPointer, Integer>();
        texts.forEach(text -> shapes.put(text, 0));
        while (!shapes.isEmpty()) {
            var words = form.deepCopy();
            shapes.forEach(
                    (text, shape) -> Spoiled.say(words, text, SHAPES.get(shape).formatted(mark, ++number)));
            var answer =
                    accounts.ask(somebody, token -> operations.send(token, operation, records.ids(), words.toString()));
            if (answer.statusCode() < FAILED_FROM) {
                shapes.keySet().forEach(text -> said.add(name(operation, text)));
                taken.add(operation.name());
                return Outcome.TAKEN;
            }
            var wrong = wrong(answer, shapes.keySet());
            if (wrong.isEmpty()) {
                return switch (answer.statusCode()) {
                    case 401, 403, 404 -> Outcome.NOT_THEIRS;
                    case 503 -> Outcome.NEVER_TAKEN;
                    default -> Outcome.REFUSED;
                };
            }
            wrong.forEach(text -> shapes.merge(text, 1, Integer::sum));
            shapes.values().removeIf(shape -> shape == SHAPES.size());
        }
        return Outcome.NEVER_TAKEN;
    }

    /** Those of the texts that an answer points at, or at the list that they are in. */
    private static List<JsonPointer> wrong(HttpResponse<String> answer, Set<JsonPointer> texts) {
        var places = wrong(answer);
        return texts.stream()
                .filter(text -> places.stream().anyMatch(place -> (text + "/").startsWith(place + "/")))
                .toList();
    }

    private static List<String> wrong(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body())
                    .path("errors")
                    .valueStream()
                    .map(error -> error.path("pointer").asText())
                    .filter(place -> !place.isEmpty())
                    .toList();
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it stands, by table and column, for whoever has the whole database before them. */
    Set<String> columns() throws SQLException, IOException {
        var found = new TreeSet<String>();
        try (var superuser = StepwellTestResource.superuser();
                var statement = superuser.createStatement()) {
            // Else bytes are shown as hexadecimal digits, in which nobody finds a text.
            statement.execute("set bytea_output = 'escape'");
            for (var table : tables(superuser)) {
                try (var rows =
                        statement.executeQuery("select to_jsonb(one)::text from %s as one where one::text like '%%%s%%'"
                                .formatted(table, mark))) {
                    while (rows.next()) {
                        found.addAll(columns(table, JSON.readTree(rows.getString(1))));
                    }
                }
            }
        }
        return found;
    }

    private static List<String> tables(Connection database) throws SQLException {
        var tables = new ArrayList<String>();
        try (var statement = database.createStatement();
                var rows = statement.executeQuery("""
                        select c.oid::regclass::text from pg_class c
                        join pg_namespace n on n.oid = c.relnamespace and n.nspname not in ('pg_catalog', 'information_schema')
                        where c.relkind = 'r'
                        """)) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }

    private Set<String> columns(String table, JsonNode row) {
        return row.properties().stream()
                .filter(column -> column.getValue().toString().contains(mark))
                .map(column -> table + "." + column.getKey())
                .collect(Collectors.toSet());
    }
}
