package org.stepwell.platform.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Adds to each form, and to each form within it, fields that it does not name and that our records have; collects the answers that
 * do not refuse them.
 */
final class UnnamedFields {

    private static final Set<String> FIELDS = Set.of("clinicId", "version", "status", "createdBy");

    private final Operations operations;
    private final Records records;
    private final Accounts accounts = new Accounts();
    private final List<String> found = new ArrayList<>();
    private int tried;

    UnnamedFields(Operations operations, Records records) {
        this.operations = operations;
        this.records = records;
    }

    /** How many requests were made. */
    int tried() {
        return tried;
    }

    /** The answers that were not as they should be, one a line. */
    List<String> found() {
        return found;
    }

    /** As somebody, or as nobody. */
    void tries(@Nullable Somebody somebody, Operation operation) {
        var whole = operations.whole(operation, records.ids());
        int before = tried;
        for (var form : operations.formsIn(operation)) {
            for (var field : FIELDS) {
                var more = whole.deepCopy();
                if (more.at(form) instanceof ObjectNode object && !object.has(field)) {
                    object.put(field, "1");
                    refused(operation, form + "/" + field, sent(somebody, operation, more));
                }
            }
        }
        // A list of what others describe, such as a feed of meetings, is no form of ours.
        if (tried == before && whole.isObject()) {
            found.add(operation + " has no form that a field could be added to");
        }
    }

    private HttpResponse<String> sent(@Nullable Somebody somebody, Operation operation, JsonNode body) {
        return accounts.ask(somebody, token -> operations.send(token, operation, records.ids(), body.toString()));
    }

    /** For this field, which is the last of its form: whatever is wrong before it would be named instead. */
    private void refused(Operation operation, String field, HttpResponse<String> answer) {
        tried++;
        boolean forIt = answer.body().contains("\"pointer\":\"%s\"".formatted(field));
        if (answer.statusCode() != 400 || !isUnreadable(answer) || !forIt) {
            found.add("%s with %s: %d %s".formatted(operation, field, answer.statusCode(), answer.body()));
        }
    }

    private static boolean isUnreadable(HttpResponse<String> answer) {
        return answer.body().contains("/problems/unreadable-body");
    }
}
