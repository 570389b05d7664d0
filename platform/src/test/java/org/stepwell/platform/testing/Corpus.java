package org.stepwell.platform.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Values that nobody should send, put into the fields of each form; collects the answers that are not those of a service that
 * expects them. Those most likely to harm are put into each field, of the others each field gets the next few in turn.
 */
final class Corpus {

    private static final int LONG = 100_000;
    private static final int TURNS_OF_EACH_FIELD = 2;

    private final Operations operations;
    private final Records records;
    private final Accounts accounts = new Accounts();
    private final List<String> forAll;
    private final List<String> forTexts;
    private final List<String> inTurn;
    private final List<String> forParameters;
    private final List<String> found = new ArrayList<>();
    private int turn;
    private int tried;

    Corpus(Operations operations, Records records) {
        this.operations = operations;
        this.records = records;
        var listed = listed();
        int texts = listed.indexOf("texts:");
        forAll = listed.subList(0, texts);
        int turns = listed.indexOf("in turn:");
        forTexts = new ArrayList<>(listed.subList(texts + 1, turns));
        int parameters = listed.indexOf("parameters:");
        inTurn = listed.subList(turns + 1, parameters);
        forParameters = new ArrayList<>(listed.subList(parameters + 1, listed.size()));
        forParameters.add("a\0b"); // no editor shows it
        forTexts.add("\"" + "A".repeat(LONG) + "\"");
    }

    private static List<String> listed() {
        try (var list = Objects.requireNonNull(Corpus.class.getResourceAsStream("/corpus.txt"))) {
            return new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many requests were made. */
    int tried() {
        return tried;
    }

    /** The answers that were not as they should be, one a line. */
    List<String> found() {
        return found;
    }

    /** Puts values into each field of the operation's form, by somebody, or by nobody. */
    void tries(@Nullable Somebody somebody, Operation operation) {
        forAll.forEach(piece -> tries(somebody, operation, operations.spoiled(operation, records.ids(), () -> piece)));
        for (int i = 0; i < TURNS_OF_EACH_FIELD; i++) {
            tries(somebody, operation, operations.spoiled(operation, records.ids(), this::next));
        }
        forTexts.forEach(piece -> tries(somebody, operation, operations.spoiledTexts(operation, records.ids(), piece)));
    }

    /** Gives each parameter of the operation each value that was made for parameters. */
    void triesParameters(@Nullable String token, Operation operation) {
        Stream.concat(operation.query().stream(), operation.optional().stream()).forEach(parameter -> {
            for (var value : forParameters) {
                judge(
                        operation,
                        parameter + "=" + value,
                        operations.callWith(parameter, value, token, operation, records.ids()));
            }
        });
    }

    private String next() {
        return inTurn.get(turn++ % inTurn.size());
    }

    private void tries(@Nullable Somebody somebody, Operation operation, List<String> bodies) {
        for (var body : bodies) {
            judge(
                    operation,
                    body,
                    accounts.ask(somebody, token -> operations.send(token, operation, records.ids(), body)));
        }
    }

    private void judge(Operation operation, String body, HttpResponse<String> answer) {
        tried++;
        int status = answer.statusCode();
        boolean problem = answer.body().contains("/problems/");
        boolean ofOurInside =
                answer.body().contains("Exception") || answer.body().contains("org.stepwell");
        // In the tests of a service nobody speaks for the consent register, and then nothing is disclosed.
        boolean failed = status >= 500 && !answer.body().contains("/problems/consent-not-known");
        // What is refused because it comes too often was never tried.
        boolean untried = status == 429;
        boolean lets = answer.body().contains("/problems/lets-out-what-it-says");
        if (failed || untried || lets || (status >= 400 && !problem) || ofOurInside) {
            found.add("%s %s: %d %s".formatted(operation, shortened(body), status, answer.body()));
        }
    }

    private static String shortened(String body) {
        return body.length() > 300 ? body.substring(0, 300) + "..." : body;
    }
}
