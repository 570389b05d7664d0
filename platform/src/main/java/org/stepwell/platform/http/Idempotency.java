package org.stepwell.platform.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.access.Caller;
import org.stepwell.platform.clinic.ClinicContext;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.problem.HttpRule;
import org.stepwell.platform.problem.Refusal;
import org.stepwell.platform.seal.Digests;
import org.stepwell.platform.seal.Seal;

/**
 * Answers a repeated POST with the answer it already got (draft-ietf-httpapi-idempotency-key-header). The answer is
 * stored in the transaction of the effect, sealed, and belongs to one caller, in whatever role they ask.
 */
@Singleton
class Idempotency {

    private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};
    private static final TypeReference<Map<String, UUID>> ENTRIES = new TypeReference<>() {};

    /** Stands for the answer of what is decided anew each time; only the entries it made are kept. */
    private static final int DECIDED_ANEW = 0;

    private final Sql sql;
    private final Seal seal;
    private final Digests digests;
    private final ObjectMapper json;
    private final IdempotentRequest request;
    private final Caller caller;
    private final Access access;

    Idempotency(
            Sql sql,
            Seal seal,
            Digests digests,
            ObjectMapper json,
            IdempotentRequest request,
            Caller caller,
            Access access) {
        this.sql = sql;
        this.seal = seal;
        this.digests = digests;
        this.json = json;
        this.request = request;
        this.caller = caller;
        this.access = access;
    }

    private record Stored(String hash, int status, String headers, String body, List<UUID> patients) {}

    /** The answer given before; empty for a new request. While the first is still running, 409. */
    Optional<RestResponse<String>> answered(ClinicContext.Work work, String key) {
        boolean alone = sql.one(
                        "select pg_try_advisory_xact_lock(hashtextextended(?, 0))",
                        row -> row.getBoolean(1),
                        work.clinic() + subject() + key)
                .orElseThrow();
        if (!alone) {
            throw new Refusal(
                    HttpRule.STILL_RUNNING, "The first request with this key is still running. Try again in a moment.");
        }
        var stored = sql.one(
                "select request_hash, status, headers, body, patients from platform.idempotency where clinic = ? and caller = ? and key = ?",
                row -> new Stored(
                        row.getString("request_hash"),
                        row.getInt("status"),
                        row.getString("headers"),
                        row.getString("body"),
                        List.of((UUID[]) row.getArray("patients").getArray())),
                work.clinic().value(),
                subject(),
                key);
        stored.ifPresent(this::mustBeTheSame);
        if (stored.filter(answer -> answer.status() == DECIDED_ANEW).isPresent()) {
            request.entries()
                    .putAll(read(
                            seal.open(work.clinic(), purpose(key), stored.get().body()), ENTRIES));
            return Optional.empty();
        }
        return stored.map(answer -> replay(work, key, answer));
    }

    private void mustBeTheSame(Stored stored) {
        if (!stored.hash().equals(hash())) {
            throw new Refusal(
                    HttpRule.IDEMPOTENCY_KEY_REUSED,
                    "This Idempotency-Key was used for another request. Send a new key with a new request.");
        }
    }

    private RestResponse<String> replay(ClinicContext.Work work, String key, Stored stored) {
        for (var patient : stored.patients()) {
            access.again(new PatientId(patient));
        }
        var body = seal.open(work.clinic(), purpose(key), stored.body());
        var answer = RestResponse.ResponseBuilder.<String>create(stored.status());
        if (!body.isEmpty()) {
            answer.entity(body).type(MediaType.APPLICATION_JSON_TYPE);
        }
        read(stored.headers(), HEADERS).forEach(answer::header);
        return answer.build();
    }

    private <T> T read(String text, TypeReference<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored answer is unreadable", e);
        }
    }

    /** Stores the answer beside the effect, in the same transaction. */
    void store(ClinicContext.Work work, String key, int status, @Nullable Object result) {
        var headers = new LinkedHashMap<String, String>();
        @Nullable Object entity = result;
        if (result instanceof RestResponse<?> response) {
            for (var name : new String[] {HttpHeaders.LOCATION, HttpHeaders.ETAG}) {
                var value = response.getHeaderString(name);
                if (value != null) {
                    headers.put(name, value);
                }
            }
            entity = response.getEntity();
        }
        caller.touches(entity);
        store(work, key, status, write(headers), entity == null ? "" : write(entity));
    }

    /** Stores which entries were made by what is decided anew each time. */
    void storeEntries(ClinicContext.Work work, String key) {
        if (!request.entries().isEmpty()) {
            store(work, key, DECIDED_ANEW, "{}", write(request.entries()));
        }
    }

    private void store(ClinicContext.Work work, String key, int status, String headers, String body) {
        sql.update(
                """
                insert into platform.idempotency (clinic, caller, key, request_hash, status, headers, body, patients)
                values (?, ?, ?, ?, ?, ?::jsonb, ?, ?)
                on conflict (clinic, caller, key) do update set body = excluded.body
                """,
                work.clinic().value(),
                subject(),
                key,
                hash(),
                status,
                headers,
                seal.seal(work.clinic(), purpose(key), body),
                caller.patients().stream().map(PatientId::value).toArray(UUID[]::new));
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer could not be stored", e);
        }
    }

    /** Without the role, which somebody may be given or lose between a request and its repetition. */
    private String subject() {
        return caller.identity().subject();
    }

    /** Under a key: of a short request, such as a name that is looked for, anything else could be guessed. */
    private String hash() {
        return digests.of("request").of(request.hash());
    }

    private static String purpose(String key) {
        return "idempotency/" + key;
    }
}
