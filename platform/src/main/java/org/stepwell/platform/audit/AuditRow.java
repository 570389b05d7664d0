package org.stepwell.platform.audit;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One request: who asked, when, from where, for what purpose, about which patients, and what came of it.
 *
 * @param clinic null where the request was refused before a clinic was known
 * @param action C(reate), R(ead), U(pdate), D(elete) or E(xecute)
 * @param records what it was about, beside patients: the ids in the path, and the id of what was made
 * @param rule the slug of the rule that said no
 */
public record AuditRow(
        UUID id,
        @Nullable UUID clinic,
        Instant at,
        @Nullable String actor,
        @Nullable UUID staff,
        List<String> roles,
        String operation,
        String action,
        List<UUID> patients,
        List<UUID> records,
        @Nullable String purpose,
        String outcome,
        int status,
        @Nullable String rule,
        String address,
        @Nullable String trace) {

    static final String COLUMNS = """
            a.id, a.clinic_id, a.at, a.actor, a.staff_id, a.roles, a.operation, a.action, a.patients, a.records, a.purpose,
            a.outcome, a.status, a.rule, a.address, a.trace
            """;

    /** The row at which the result stands. */
    static AuditRow read(ResultSet row) throws SQLException {
        return new AuditRow(
                row.getObject("id", UUID.class),
                row.getObject("clinic_id", UUID.class),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("actor"),
                row.getObject("staff_id", UUID.class),
                Arrays.asList((String[]) row.getArray("roles").getArray()),
                row.getString("operation"),
                row.getString("action"),
                Arrays.asList((UUID[]) row.getArray("patients").getArray()),
                Arrays.asList((UUID[]) row.getArray("records").getArray()),
                row.getString("purpose"),
                row.getString("outcome"),
                row.getInt("status"),
                row.getString("rule"),
                row.getString("address"),
                row.getString("trace"));
    }

    /** The hash of all that the row says. */
    byte[] hash() {
        return AuditChain.sha256(canonical());
    }

    /**
     * The row as bytes, in exactly one way: each value with its name and its length in front, so that nothing can move from
     * one column into the next. What is not there is left out, so that a later column does not change older hashes.
     */
    private byte[] canonical() {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            write(out, "id", id);
            write(out, "clinic", clinic);
            write(out, "at", ChronoUnit.MICROS.between(Instant.EPOCH, at));
            write(out, "actor", actor);
            write(out, "staff", staff);
            for (var role : roles) {
                write(out, "role", role);
            }
            write(out, "operation", operation);
            write(out, "action", action);
            for (var patient : patients) {
                write(out, "patient", patient);
            }
            for (var record : records) {
                write(out, "record", record);
            }
            write(out, "purpose", purpose);
            write(out, "outcome", outcome);
            write(out, "status", status);
            write(out, "rule", rule);
            write(out, "address", address);
            write(out, "trace", trace);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(DataOutputStream out, String name, @Nullable Object value) throws IOException {
        if (value == null) {
            return;
        }
        for (var text : new String[] {name, value.toString()}) {
            var bytes = text.getBytes(StandardCharsets.UTF_8);
            out.writeInt(bytes.length);
            out.write(bytes);
        }
    }
}
