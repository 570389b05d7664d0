package org.stepwell.platform.testing;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.access.Relation;

/** Calls operations with ids that lead elsewhere, as somebody who may call them, and collects what was not refused. */
final class Strays {

    private final Operations operations;
    private final Records records;
    private final Set<String> known;
    private final List<String> found = new ArrayList<>();
    private final Set<String> reaching = new TreeSet<>();

    /**
     * Of these operations.
     *
     * @param known by name, those that are known to ask about one of two patients alone
     */
    Strays(Operations operations, Records records, Set<String> known) {
        this.known = known;
        this.operations = operations;
        this.records = records;
    }

    /** The answers that were not as they should be, one a line. */
    List<String> found() {
        return found;
    }

    /** By name, the operations by which somebody who stands to one patient reached another. */
    Set<String> reaching() {
        return reaching;
    }

    /** A path of two records where one is of another patient of the same clinic. */
    void swaps(Somebody somebody, Operation operation, Records others) {
        var named = operation.named().stream().filter(records::isId).toList();
        if (named.size() < 2) {
            return;
        }
        for (var name : named) {
            var mixed = new HashMap<>(records.ids());
            mixed.put(name, others.ids().get(name));
            var answer = operations.call(somebody.token(), operation, mixed);
            // 409 where the two go together only at times, such as a group and its member
            boolean refused = Set.of(403, 404).contains(answer.statusCode())
                    || (!operation.reads() && answer.statusCode() == 409);
            expect(refused, name + " of another", somebody, operation, answer);
        }
    }

    /** A form that names one thing that is not at this clinic, among others that are. */
    void names(Somebody somebody, Operation operation) {
        for (var name : operations.namedInForm(operation)) {
            var others = new HashMap<>(records.ids());
            others.put(name, UUID.randomUUID().toString());
            var answer = operations.call(somebody.token(), operation, records.ids(), others);
            expect(isRefused(answer.statusCode()), "no such " + name, somebody, operation, answer);
        }
    }

    /**
     * Another patient of the same clinic in each place where the operation names a patient, by somebody who stands to one patient
     * only: whoever asks about one of two lets them reach the other. A facilitator stands to a session and whoever is in it, so that
     * another patient may be refused by the session's own rules.
     */
    void reaches(Somebody somebody, Operation operation, PatientId other) {
        if (operation.policy().relationsOf(somebody.role()).contains(Relation.CLINIC)) {
            return;
        }
        var inForm = operations.patientsIn(operation);
        for (var place : inForm) {
            var body = Spoiled.spoiled(
                    Objects.requireNonNull(operations.naming(operation, records.ids())), place, "\"" + other + "\"");
            isKept(somebody, operation, place.toString(), records.ids(), body);
        }
        if (inForm.size() + operation.patients().size() > 1) {
            var body = operations.naming(operation, records.ids());
            for (var name : operation.patients()) {
                var mixed = new HashMap<>(records.ids());
                operation
                        .patients()
                        .forEach(patient -> mixed.put(patient, records.patient().toString()));
                mixed.put(name, other.toString());
                isKept(somebody, operation, name, mixed, body == null ? null : body.toString());
            }
        }
    }

    private void isKept(
            Somebody somebody, Operation operation, String place, Map<String, String> ids, @Nullable String body) {
        var answer = operations.send(somebody.token(), operation, ids, body);
        boolean kept = Set.of(403, 404, 409).contains(answer.statusCode());
        if (!kept) {
            reaching.add(operation.name());
        }
        expect(kept || known.contains(operation.name()), "another patient as " + place, somebody, operation, answer);
    }

    private static boolean isRefused(int status) {
        return status >= 400 && status < 500;
    }

    private void expect(boolean so, String what, Somebody somebody, Operation operation, HttpResponse<String> answer) {
        if (!so) {
            found.add("%s, %s, %s: %d %s".formatted(what, operation, somebody, answer.statusCode(), answer.body()));
        }
    }
}
