package org.stepwell.platform.testing;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.stepwell.platform.testing.Operations.Operation;

/** Calls operations with ids that lead elsewhere, as somebody who may call them, and collects what was not refused. */
final class Strays {

    private final Operations operations;
    private final Records records;
    private final List<String> found = new ArrayList<>();

    Strays(Operations operations, Records records) {
        this.operations = operations;
        this.records = records;
    }

    /** The answers that were not as they should be, one a line. */
    List<String> found() {
        return found;
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

    private static boolean isRefused(int status) {
        return status >= 400 && status < 500;
    }

    private void expect(boolean so, String what, Somebody somebody, Operation operation, HttpResponse<String> answer) {
        if (!so) {
            found.add("%s, %s, %s: %d %s".formatted(what, operation, somebody, answer.statusCode(), answer.body()));
        }
    }
}
