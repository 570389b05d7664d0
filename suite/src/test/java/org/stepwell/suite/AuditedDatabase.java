package org.stepwell.suite;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.stepwell.platform.audit.AuditCheck;
import org.stepwell.platform.testing.LocalPostgres;

/** A service's database with one row in its audit, and a link that is made here once more, from what is promised about it. */
final class AuditedDatabase implements AutoCloseable {

    private static final String MIGRATION = "/db/platform/V1__plumbing.sql";
    private static final Instant MONDAY = Instant.parse("2026-03-02T14:00:00Z");
    private static final List<String> ROW = List.of(
            "id", "019a0000-0000-7000-8000-000000000001",
            "at", Long.toString(micros()),
            "operation", "EpisodeResource_read",
            "action", "R",
            "outcome", "ALLOWED",
            "status", "200",
            "address", "10.0.0.7");

    private final LocalPostgres postgres;
    private final String name;
    private final String head;

    private AuditedDatabase(LocalPostgres postgres, String service) throws Exception {
        this.postgres = postgres;
        this.name = service;
        var rowHash = sha256(bytesOfRow());
        var chainHash = sha256(ByteBuffer.allocate(32 + Long.BYTES + 32 + Long.BYTES)
                .put(sha256(("stepwell audit of " + service).getBytes(StandardCharsets.UTF_8)))
                .putLong(1)
                .put(rowHash)
                .putLong(micros())
                .array());
        this.head = HexFormat.of().formatHex(chainHash);
        intrude("""
                insert into platform.audit (id, at, roles, operation, action, patients, records, outcome, status, address)
                values ('%s', '%s', '{}', 'EpisodeResource_read', 'R', '{}', '{}', 'ALLOWED', 200, '10.0.0.7');
                insert into platform.audit_link values (1, '%s', '\\x%s', '\\x%s', '%s')
                """.formatted(ROW.get(1), MONDAY, ROW.get(1), HexFormat.of().formatHex(rowHash), head, MONDAY));
    }

    static AuditedDatabase start(Path folder, String service, String auditorsPassword) throws Exception {
        var postgres = LocalPostgres.start(folder.resolve("postgres"), 0, false);
        postgres.createDatabase(service, "owner", "owner's", "runtime", "runtime's");
        postgres.createAuditor(service, "auditor", auditorsPassword);
        try (var connection = postgres.connect(service);
                var statement = connection.createStatement()) {
            statement.execute("set role owner; create schema platform");
            statement.execute(migration().replace("${runtime}", "runtime").replace("${auditor}", "auditor"));
        }
        return new AuditedDatabase(postgres, service);
    }

    String url() {
        return postgres.jdbcUrl(name);
    }

    /** The hash of its only link. */
    String head() {
        return head;
    }

    /** As somebody with every right, past triggers. */
    void intrude(String sql) throws SQLException {
        try (var connection = postgres.connect(name);
                var statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica; " + sql);
        }
    }

    @Override
    public void close() {
        postgres.close();
    }

    private static String migration() throws IOException {
        try (var in = Objects.requireNonNull(AuditCheck.class.getResourceAsStream(MIGRATION))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static byte[] bytesOfRow() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            for (var word : ROW) {
                out.writeInt(word.length());
                out.writeBytes(word);
            }
        }
        return bytes.toByteArray();
    }

    private static long micros() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, MONDAY);
    }

    private static byte[] sha256(byte[] input) throws NoSuchAlgorithmException {
        return MessageDigest.getInstance("SHA-256").digest(input);
    }
}
