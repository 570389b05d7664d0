package org.stepwell.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stepwell.platform.testing.LocalPostgres;

/** Somebody with every right in the database changes the audit; each time, the first link that is not what it was is named. */
class AuditCheckTest {

    private static final String SERVICE = "enrollment";
    private static final Instant MONDAY = Instant.parse("2026-03-02T14:00:00Z");
    private static final int ROWS = 12;

    @TempDir
    static Path home;

    private static AuditDatabase database;
    private static LocalPostgres postgres;

    private Connection intruder;
    private List<AuditAnchor> anchors;

    @BeforeAll
    static void start() throws IOException, SQLException {
        database = AuditDatabase.start(home, "sound");
        postgres = database.postgres();
        try (var connection = database.connect()) {
            run(connection, """
                    insert into platform.audit
                    select ('019a0000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid,
                           '019a0000-0000-7000-8000-00000000000c',
                           timestamptz '2026-03-02 14:00:00Z' + n * interval '1 second', 'carl', null, '{clinician}',
                           'EpisodeResource_read', 'R',
                           array['019a0000-0000-7000-8000-0000000000d1'::uuid],
                           array['019a0000-0000-7000-8000-0000000000e1'::uuid], 'TREAT', 'ALLOWED', 200, null, '10.0.0.7',
                           null
                    from generate_series(1, %d) n
                    """.formatted(ROWS));
            run(connection, """
                    insert into platform.audit_patient (clinic_id, patient_id, audit_id)
                    select clinic_id, unnest(patients), id from platform.audit
                    """);
        }
        try (var auditor = database.auditor()) {
            linkAll(auditor, MONDAY);
        }
    }

    private static void linkAll(Connection connection, Instant now) throws SQLException {
        assertThat(new AuditLinks(connection, SERVICE).linkBefore(AuditLinks.AFTER_ALL, ROWS + 1, now))
                .isEmpty();
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @BeforeEach
    void breakIn() throws SQLException {
        try (var connection = postgres.connect("postgres")) {
            run(connection, "create database tampered template sound");
        }
        intruder = postgres.connect("tampered");
        run(intruder, "set session_replication_role = replica"); // no trigger fires
        anchors = List.of(anchorAt(6), anchorAt(ROWS));
    }

    @AfterEach
    void leave() throws SQLException {
        intruder.close();
        postgres.dropDatabase("tampered");
    }

    @Test
    void whatNobodyTouchedIsIntact() throws SQLException {
        var verdict = check();

        assertThat(verdict.intact()).isTrue();
        assertThat(verdict.links()).isEqualTo(ROWS);
        assertThat(verdict.head()).isEqualTo(anchorAt(ROWS).hash());
        assertThat(verdict.unlinked()).isZero();
    }

    /** However much is kept, so that no look takes longer than the database may. */
    @Test
    void whatHasNoLinkIsFoundInShortStepsTheNewestFirst() throws SQLException {
        run(intruder, "delete from platform.audit_link where sequence in (2, 9)");
        var links = new AuditLinks(intruder, SERVICE);

        var before = links.linkBefore(AuditLinks.AFTER_ALL, 4, MONDAY);
        assertThat(unlinked()).isEqualTo(1);
        int steps = 1;
        for (; before.isPresent(); steps++) {
            before = links.linkBefore(before.get(), 4, MONDAY);
        }

        assertThat(unlinked()).isZero();
        assertThat(steps).isEqualTo(ROWS / 4 + 1);
    }

    private long unlinked() throws SQLException {
        try (var statement = intruder.createStatement();
                var row = statement.executeQuery(
                        "select count(*) from platform.audit where id not in (select audit_id from platform.audit_link)")) {
            row.next();
            return row.getLong(1);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a look is hidden from the patient   | delete from platform.audit_patient where audit_id = $7
            a look is shown to somebody else    | update platform.audit_patient set patient_id = gen_random_uuid() where audit_id = $7
            a look at two is shown as made up   | insert into platform.audit_patient select clinic_id, gen_random_uuid(), audit_id from platform.audit_patient where audit_id = $7
            """)
    void whatPatientsAreShownIsComparedWithTheRows(String what, String change) throws SQLException {
        run(intruder, change.replace("$7", "'019a0000-0000-7000-8000-000000000007'"));

        var verdict = check();

        assertThat(verdict.firstBad()).as(what).isEqualTo(7);
        assertThat(verdict.finding()).contains("patients are shown");
    }

    @Test
    void rowsThatNobodyLinksAreNamed() throws SQLException {
        run(intruder, """
                insert into platform.audit
                select gen_random_uuid(), clinic_id, at + interval '1 hour', actor, staff_id, roles, operation, action,
                    '{}', '{}', purpose, outcome, status, rule, address, trace
                from platform.audit limit 1
                """);

        assertThat(checkAt(MONDAY.plusSeconds(3_630)).intact()).isTrue();
        var verdict = checkAt(MONDAY.plusSeconds(7_200));
        assertThat(verdict.intact()).isFalse();
        assertThat(verdict.finding()).contains("wait for their links");
    }

    @ParameterizedTest
    @CsvSource({
        "operation = 'EpisodeResource_reae'",
        "actor = 'carm'",
        "actor = null",
        "at = at + interval '1 microsecond'",
        "roles = '{ops}'",
        "patients = '{}'",
        "records = '{}'",
        "purpose = 'BTG'",
        "status = 201",
        "address = '10.0.0.8'",
        "rule = ''",
        "clinic_id = id",
        "staff_id = id"
    })
    void aFlippedByte(String change) throws SQLException {
        run(intruder, "update platform.audit set %s where id = %s".formatted(change, idAt(7)));

        assertFirstBad(7, "was changed");
    }

    @Test
    void aDeletedRow() throws SQLException {
        run(intruder, "delete from platform.audit where id = " + idAt(7));

        assertFirstBad(7, "was deleted");
    }

    @Test
    void aDeletedRowWithItsLink() throws SQLException {
        run(intruder, "delete from platform.audit where id = " + idAt(7));
        run(intruder, "delete from platform.audit_link where sequence = 7");

        assertFirstBad(7, "is missing");
    }

    @Test
    void aDeletedRowWithItsLinkAndTheGapClosed() throws SQLException {
        run(intruder, "delete from platform.audit where id = " + idAt(7));
        run(intruder, "delete from platform.audit_link where sequence = 7");
        run(intruder, "update platform.audit_link set sequence = sequence - 1 where sequence > 7");

        assertFirstBad(7, "does not follow");
    }

    @Test
    void reorderedLinks() throws SQLException {
        run(intruder, "update platform.audit_link set sequence = -4 where sequence = 4");
        run(intruder, "update platform.audit_link set sequence = 4 where sequence = 5");
        run(intruder, "update platform.audit_link set sequence = 5 where sequence = -4");

        assertFirstBad(4, "does not follow");
    }

    @Test
    void anInsertedForgedLink() throws SQLException {
        run(intruder, "update platform.audit_link set sequence = -sequence where sequence > 5");
        run(intruder, "update platform.audit_link set sequence = 1 - sequence where sequence < 0");
        run(intruder, """
                insert into platform.audit
                select '019b0000-0000-7000-8000-000000000001', clinic_id, at, actor, staff_id, roles, operation, action,
                       patients, records, purpose, outcome, status, rule, address, trace
                from platform.audit where id = %s
                """.formatted(idAt(5)));
        run(intruder, """
                insert into platform.audit_link
                select 6, '019b0000-0000-7000-8000-000000000001', row_hash, chain_hash, linked_at
                from platform.audit_link where sequence = 7
                """);

        assertFirstBad(6, "was changed");
    }

    @Test
    void aCutTail() throws SQLException {
        run(intruder, "delete from platform.audit where id >= " + idAt(9));
        run(intruder, "delete from platform.audit_link where sequence >= 9");

        assertFirstBad(9, "cut off");
    }

    /** The chain is sound in itself: whoever knows how it is made can make another. Only the anchors know better. */
    @Test
    void aReplacedLog() throws SQLException {
        run(intruder, "update platform.audit set actor = 'somebody else' where id = " + idAt(3));
        run(intruder, "delete from platform.audit_link");
        linkAll(intruder, MONDAY);

        assertThat(AuditCheck.of(intruder, SERVICE, List.of(), MONDAY).intact()).isTrue();
        assertFirstBad(6, "replaced after link 0");
    }

    /** Whoever cuts only the links, and lets the service link the rows anew. */
    @Test
    void linksThatWereMadeAnew() throws SQLException {
        run(intruder, "delete from platform.audit_link where sequence > 8");
        linkAll(intruder, MONDAY.plusSeconds(60));

        assertFirstBad(ROWS, "replaced after link 6");
    }

    @Test
    void aLogOfAnotherService() throws SQLException {
        var verdict = AuditCheck.of(intruder, "therapy", anchors, MONDAY);

        assertThat(verdict.firstBad()).isEqualTo(1);
    }

    @Test
    void aLinkThatNoAnchorKnowsIsTrustedForAMinute() throws SQLException {
        anchors = List.of(anchorAt(6));

        assertThat(AuditCheck.of(intruder, SERVICE, anchors, MONDAY.plusSeconds(30))
                        .intact())
                .isTrue();
        assertThat(AuditCheck.of(intruder, SERVICE, anchors, MONDAY.plusSeconds(90))
                        .firstBad())
                .isEqualTo(7);
    }

    private void assertFirstBad(long sequence, String finding) throws SQLException {
        var verdict = check();

        assertThat(verdict.firstBad()).isEqualTo(sequence);
        assertThat(verdict.finding()).contains(finding);
        assertThat(verdict.links()).isEqualTo(sequence - 1);
    }

    private AuditCheck.Verdict check() throws SQLException {
        return checkAt(MONDAY.plusSeconds(3_600));
    }

    private AuditCheck.Verdict checkAt(Instant now) throws SQLException {
        return AuditCheck.of(intruder, SERVICE, anchors, now);
    }

    private static AuditAnchor anchorAt(long sequence) throws SQLException {
        try (var connection = postgres.connect("sound");
                var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "select chain_hash from platform.audit_link where sequence = " + sequence)) {
            row.next();
            return new AuditAnchor(sequence, HexFormat.of().formatHex(row.getBytes(1)), MONDAY);
        }
    }

    private static String idAt(long sequence) {
        return "'019a0000-0000-7000-8000-%012d'".formatted(sequence);
    }

    private static void run(Connection connection, String sql) throws SQLException {
        connection.setAutoCommit(true);
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
