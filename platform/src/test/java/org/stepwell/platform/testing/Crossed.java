package org.stepwell.platform.testing;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.stepwell.platform.access.Policy;

/** Calls operations about records as somebody, and collects every answer that is not what the policy says. */
final class Crossed {

    /** These ask besides whom a task was given, who may give a role, and who opened the emergency. */
    static final Set<Policy> MAY_BE_SOMEBODY_ELSES =
            EnumSet.of(Policy.TASKS_WORKED, Policy.ACCOUNTS_GIVEN, Policy.EMERGENCY_DISCLOSED);

    private final Operations operations;
    private final Records records;
    private final Set<String> secrets;
    private final Set<String> fresh;
    private final List<String> found = Collections.synchronizedList(new ArrayList<>());
    private final Set<String> silent = new TreeSet<>();
    private final Set<String> telling = new TreeSet<>();
    private final FieldsShown shown = new FieldsShown();

    Crossed(Operations operations, Records records, Set<String> everybodys) {
        this.operations = operations;
        this.records = records;
        this.secrets = records.secrets(everybodys);
        this.fresh = records.fresh(secrets);
    }

    /** The answers that were not as they should be, one a line. */
    List<String> found() {
        return found;
    }

    /** By verb and path, where those who were let in found none of the records: whoever is kept out could not either. */
    Set<String> silent() {
        var nothing = new TreeSet<>(silent);
        nothing.removeAll(telling);
        nothing.addAll(shown.empty());
        return nothing;
    }

    /** What those who were let in saw of the records. */
    FieldsShown shown() {
        return shown;
    }

    void asksForToken(Operation operation) {
        int status = operations.call(null, operation, records.ids()).statusCode();
        if (status != 401) {
            found.add("%s without a token: %d".formatted(operation, status));
        }
    }

    /** What is open to anybody is answered to anybody, or to whoever is signed in, and shows nothing of the records. */
    void isOpen(@Nullable String token, Operation operation) {
        var answer = operations.call(token, operation, records.ids());
        int status = answer.statusCode();
        boolean welcome = token != null || operation.policy().asksNobody();
        boolean tells = secrets.stream()
                .filter(secret -> !operation.named().contains(nameOf(secret)))
                .anyMatch(answer.body()::contains);
        if ((status == 401) == welcome || status == 403 || status >= 500 || tells) {
            found.add("%s by anybody: %d %s".formatted(operation, status, answer.body()));
        }
    }

    private String nameOf(String id) {
        return records.ids().entrySet().stream()
                .filter(record -> record.getValue().equals(id))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    /** Colleagues learn that they may not; to all others the record is not there, like one that nobody has. */
    void isKeptOut(Somebody somebody, Operation operation) {
        var answer = call(somebody, operation, records.ids());
        int status = answer.statusCode();
        boolean roleMayNot = operation.policy().relationsOf(somebody.role()).isEmpty();
        boolean colleague = somebody.role().staff() && somebody.isHere();
        if (roleMayNot || (colleague && operation.namesRecord())) {
            expect(status == 403, somebody, operation, answer);
        } else if (operation.namesRecord()) {
            isLikeNone(somebody, operation, answer);
        } else {
            expect(status < 500 && status != 401, somebody, operation, answer);
        }
        if (operation.reads() && status == 200) {
            expect(secrets.stream().noneMatch(answer.body()::contains), somebody, operation, answer);
        }
    }

    private void isLikeNone(Somebody somebody, Operation operation, HttpResponse<String> answer) {
        // A list may be empty, and whoever brings an id of their own making may put something there, at their own
        // clinic.
        boolean listed = !operation.path().contains("{");
        boolean put = operation.verb().equals("PUT") && answer.statusCode() == 201;
        expect(answer.statusCode() == 404 || listed || put, somebody, operation, answer);
        var unknown = call(somebody, operation, records.unknown());
        expect(sameWords(answer, unknown), somebody, operation, unknown);
    }

    /** Reads are answered. Changes are understood, and done or refused by another rule. */
    void isLetIn(Somebody somebody, Operation operation) {
        var answer = call(somebody, operation, records.ids());
        int status = answer.statusCode();
        boolean kept = status == 403 && isProblem(answer, "not-allowed");
        if (kept && MAY_BE_SOMEBODY_ELSES.contains(operation.policy())) {
            return;
        }
        boolean understood = status != 401 && status != 404 && status < 500 && !isProblem(answer, "unreadable-body");
        // In the tests of a service nobody speaks for the consent register, and then nothing is disclosed.
        boolean done = !kept && (understood || isProblem(answer, "consent-not-known"));
        expect(operation.reads() ? status == 200 : done, somebody, operation, answer);
        if (operation.reads() && status == 200) {
            sees(somebody, operation, answer.body());
        }
    }

    /** Of what nobody named, others' records may be shown, too: what is shown of these is the same in each run. */
    private void sees(Somebody somebody, Operation operation, String body) {
        boolean tells = operation.namesRecord() || fresh.stream().anyMatch(body::contains);
        (tells ? telling : silent).add(operation.name());
        if (tells) {
            var role = somebody.role().claim();
            shown.add(role, operation.toString(), body, operation.namesRecord() ? Set.of() : fresh);
        }
    }

    private HttpResponse<String> call(Somebody somebody, Operation operation, Map<String, String> ids) {
        return operation.lists()
                ? operations.list(somebody.token(), operation, records)
                : operations.call(somebody.token(), operation, ids);
    }

    private void expect(boolean so, Somebody somebody, Operation operation, HttpResponse<String> answer) {
        if (!so) {
            found.add("%s, %s: %d %s".formatted(operation, somebody, answer.statusCode(), answer.body()));
        }
    }

    private static boolean isProblem(HttpResponse<String> answer, String slug) {
        return answer.body().contains("/problems/" + slug + "\"");
    }

    /** A record of others is told from none by nothing but the ids that the caller brought. */
    private static boolean sameWords(HttpResponse<String> one, HttpResponse<String> other) {
        return one.statusCode() == other.statusCode()
                && withoutIds(one).equals(withoutIds(other))
                && one.headers().firstValue("ETag").equals(other.headers().firstValue("ETag"));
    }

    /** UUIDs, and trace ids. */
    private static String withoutIds(HttpResponse<String> answer) {
        return answer.body().replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{32}", "*");
    }
}
