package org.stepwell.platform.testing;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stepwell.platform.access.Policy;

/** The operations of the running service as its own description tells them, ready to be called. */
final class Operations {

    private static final Set<Policy> UNASKED = EnumSet.of(Policy.ANYONE, Policy.LINK_HOLDERS_OPEN, Policy.SIGNED_IN);
    /** The most that a page may have. */
    private static final int WHOLE_PAGE = 200;

    private final Requests requests = new Requests();
    private final JsonNode api;
    private final Set<String> everybodys;
    private final Bodies bodies;

    private Operations(JsonNode api, Set<String> everybodys) {
        this.api = api;
        this.everybodys = everybodys;
        this.bodies = new Bodies(api.at("/components/schemas"), everybodys);
    }

    /** Those of the running service; some records are of no clinic, and {@code everybodys}. */
    static Operations running(Set<String> everybodys) {
        try {
            return new Operations(new ObjectMapper().readTree(OpenApiTestBase.description("json")), everybodys);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All that ask who calls. */
    List<Operation> guarded() {
        return all().filter(operation -> !UNASKED.contains(operation.policy())).toList();
    }

    /** All that anybody may call, or anybody who is signed in. */
    List<Operation> open() {
        return all().filter(operation -> UNASKED.contains(operation.policy())).toList();
    }

    /** All that say that something leaves the clinic by them, by their names. */
    Map<String, Operation> doors() {
        return all().filter(operation -> !operation.discloses().isEmpty())
                .collect(Collectors.toMap(Operation::name, operation -> operation));
    }

    private Stream<Operation> all() {
        return api.get("paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .filter(verb -> verb.getValue().has("operationId"))
                        .map(verb -> Operation.of(path.getKey(), verb.getKey(), verb.getValue(), everybodys)));
    }

    /** Calls it about these records, whatever their version, with a body that has what the schema requires. */
    HttpResponse<String> call(@Nullable String token, Operation operation, Map<String, String> records) {
        var body = operation.body();
        return call(
                token,
                operation,
                records,
                body == null ? null : bodies.required(body, records).toString());
    }

    /** Calls a list for what is in it of these records: they are younger than all others, which fill page after page. */
    HttpResponse<String> list(String token, Operation operation, Records records) {
        var query = operation.optional().contains("patient")
                ? "?patient=" + records.patient()
                : "?limit=%d&after=%s".formatted(WHOLE_PAGE, records.before());
        return to(token, operation, records.ids(), query, null, Map.of());
    }

    /** All that was sent. */
    Requests requests() {
        return requests;
    }

    /** Calls it about these records with a body that was made before. */
    HttpResponse<String> send(
            @Nullable String token, Operation operation, Map<String, String> records, @Nullable String body) {
        return call(token, operation, records, body);
    }

    /** Calls it with one of its parameters given this value. */
    HttpResponse<String> callWith(
            String parameter, String value, @Nullable String token, Operation operation, Map<String, String> records) {
        var query = Stream.concat(
                        Stream.of(parameter + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)),
                        operation.query().stream()
                                .filter(required -> !required.equals(parameter))
                                .map(required -> required + "=" + Bodies.value(records, required)))
                .collect(Collectors.joining("&", "?", ""));
        return to(token, operation, records, query, null, Map.of());
    }

    /** A body that has all that the schema allows. */
    JsonNode whole(Operation operation, Map<String, String> records) {
        return bodies.whole(Objects.requireNonNull(operation.body()), records);
    }

    /** A body that has what the schema requires. */
    JsonNode least(Operation operation, Map<String, String> records) {
        return bodies.required(Objects.requireNonNull(operation.body()), records);
    }

    /** A body that names all that the schema lets it name, of these. */
    @Nullable
    JsonNode naming(Operation operation, Map<String, String> records) {
        return operation.body() == null ? null : bodies.naming(operation.body(), records);
    }

    /** Where such a body names a patient. */
    List<JsonPointer> patientsIn(Operation operation) {
        return operation.body() == null ? List.of() : bodies.patientsIn(operation.body());
    }

    /** The codes that may stand in such a body, by place. */
    Map<JsonPointer, List<String>> codesIn(Operation operation) {
        return bodies.codesIn(Objects.requireNonNull(operation.body()));
    }

    /** Where the forms are within such a body: whatever has fields of names that are written down. */
    List<JsonPointer> formsIn(Operation operation) {
        return bodies.formsIn(Objects.requireNonNull(operation.body()));
    }

    /** What a caller may choose beside what they must say. */
    List<Choice> choices(Operation operation, Map<String, String> records) {
        return Choice.of(operation, bodies, records);
    }

    /** Calls it with some of what a caller may choose. */
    HttpResponse<String> choosing(
            List<Choice> choices, String token, Operation operation, Map<String, String> records) {
        var query = Stream.concat(
                        choices.stream().filter(choice -> !choice.header()).map(Choice::asQuery),
                        required(operation, records))
                .collect(Collectors.joining("&", "?", ""));
        var headers = choices.stream().filter(Choice::header).collect(Collectors.toMap(Choice::name, Choice::value));
        return to(token, operation, records, query, null, headers);
    }

    private static Stream<String> required(Operation operation, Map<String, String> records) {
        return operation.query().stream().map(parameter -> parameter + "=" + Bodies.value(records, parameter));
    }

    /** Whole bodies of an operation, in each of which one value is another, as the next piece of JSON has it. */
    List<String> spoiled(Operation operation, Map<String, String> records, Supplier<String> pieces) {
        return Spoiled.of(bodies.whole(Objects.requireNonNull(operation.body()), records), pieces);
    }

    /** The same for words of people alone, with this piece in each. */
    List<String> spoiledTexts(Operation operation, Map<String, String> records, String piece) {
        return Spoiled.textsOf(bodies.whole(Objects.requireNonNull(operation.body()), records), piece);
    }

    /** Calls it about these records with a body that names all that the schema lets it name, of these others. */
    HttpResponse<String> call(
            String token, Operation operation, Map<String, String> records, Map<String, String> others) {
        var body = bodies.naming(Objects.requireNonNull(operation.body()), others);
        return call(token, operation, records, body.toString());
    }

    /** Whether its form has a field of this name. */
    boolean isNamedInForm(Operation operation, String field) {
        return operation.body() != null
                && bodies.whole(operation.body(), Map.of()).has(field);
    }

    /** The records of a clinic that its body may name, as paths and forms call them. */
    Set<String> namedInForm(Operation operation) {
        return operation.body() == null ? Set.of() : bodies.namedIn(operation.body());
    }

    private HttpResponse<String> call(
            @Nullable String token, Operation operation, Map<String, String> records, @Nullable String body) {
        var query = required(operation, records).collect(Collectors.joining("&", "?", ""));
        return to(token, operation, records, query, body, Map.of());
    }

    private HttpResponse<String> to(
            @Nullable String token,
            Operation operation,
            Map<String, String> records,
            String query,
            @Nullable String body,
            Map<String, String> headers) {
        var path = Operation.IN_PATH.matcher(operation.path()).replaceAll(name -> Bodies.value(records, name.group(1)));
        return requests.send(token, operation, path + query, body, headers);
    }
}
