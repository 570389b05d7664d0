package org.stepwell.platform.audit;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Which records a request is about, as its path names them. */
final class AuditRecords {

    private AuditRecords() {}

    /** The ids in a path, without the patient's and the clinic's, which stand in columns of their own. */
    static List<UUID> in(MultivaluedMap<String, String> path) {
        return path.entrySet().stream()
                .filter(part ->
                        !part.getKey().equals("patient") && !part.getKey().equals("clinic"))
                .flatMap(part -> part.getValue().stream())
                .flatMap(text -> id(text).stream())
                .toList();
    }

    /** What is no id names no record. */
    static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
