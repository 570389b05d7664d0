package org.stepwell.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The audit of a clinic elsewhere is checked by its auditor, who sees it and changes nothing. */
class AuditElsewhereTest {

    private static final Map<String, String> PASSWORD = Map.of("STEPWELL_AUDIT_PASSWORD", "auditor's");

    @TempDir
    static Path folder;

    private static AuditedDatabase database;
    private static Path anchors;

    @BeforeAll
    static void oneRowIsLinkedAndAnchored() throws Exception {
        database = AuditedDatabase.start(folder, "enrollment", "auditor's");
        anchors = Files.writeString(folder.resolve("anchors"), """
                therapy/2026-03-02/019a0000-0000-7000-8000-000000000001\t9 abcdef 2026-03-02T14:00:01Z
                enrollment/2026-03-02/019a0000-0000-7000-8000-000000000001\t1 %s 2026-03-02T14:00:01Z
                """.formatted(database.head()));
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @Test
    void whatNobodyTouchedIsIntact() throws Exception {
        var found = elsewhere("--anchor", anchors.toString()).verify();

        assertThat(found).containsOnlyKeys("enrollment").hasEntrySatisfying("enrollment", enrollment -> {
            assertThat(enrollment.intact()).as(enrollment.verdict()).isTrue();
            assertThat(enrollment.rows()).isEqualTo(1);
            assertThat(enrollment.anchored()).isEqualTo(1);
        });
    }

    @Test
    void theFirstRowThatSomebodyChangedIsNamed() throws Exception {
        database.intrude("update platform.audit set actor = 'somebody else'");
        var found = elsewhere("--anchor", anchors.toString()).verify();
        database.intrude("update platform.audit set actor = null");

        assertThat(found.values())
                .singleElement()
                .satisfies(enrollment -> assertThat(enrollment.firstBad()).isEqualTo(1))
                .satisfies(enrollment -> assertThat(enrollment.verdict()).contains("was changed"));
    }

    @Test
    void withoutAnAnchorNothingVouchesForIt() throws Exception {
        assertThat(elsewhere().verify().values())
                .allSatisfy(found -> assertThat(found.verdict()).contains("no anchor"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nothing", "one abcdef 2026-03-02T14:00:01Z", "1 abcdef yesterday"})
    void aLineThatIsNoAnchorIsSaidWithItsFile(String line) throws Exception {
        var garbled = Files.writeString(folder.resolve("garbled"), line + "\n");
        var verifying = elsewhere("--anchor", garbled.toString());

        assertThatThrownBy(verifying::verify)
                .isInstanceOf(Trouble.class)
                .hasMessageStartingWith(garbled + " holds a line that is no anchor");
    }

    @Test
    void aLastLineThatIsWholeCountsWithoutItsEnd() throws Exception {
        var cut = Files.writeString(
                folder.resolve("cut"), Files.readString(anchors).strip());

        assertThat(elsewhere("--anchor", cut.toString()).verify().values())
                .singleElement()
                .satisfies(found -> assertThat(found.anchored()).isEqualTo(1));
    }

    @Test
    void theLineThatIsBeingWrittenIsNotReadYet() throws Exception {
        var whole = Files.readString(anchors);
        var growing = Files.writeString(folder.resolve("growing"), whole + "2 abc");

        assertThat(elsewhere("--anchor", growing.toString()).verify().values())
                .singleElement()
                .satisfies(found -> assertThat(found.anchored()).isEqualTo(1));
    }

    @Test
    void itOnlyReads() throws Exception {
        try (var connection = elsewhere().connect();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);

            assertThatThrownBy(() ->
                            statement.execute("insert into platform.audit_link select * from platform.audit_link"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("read-only transaction");
        }
    }

    @Test
    void aWrongPasswordIsSaidWithoutIt() {
        var words = List.of("--database", database.url(), "--user", "auditor");
        var wrong = AuditElsewhere.of(words, Map.of("STEPWELL_AUDIT_PASSWORD", "guessed"));

        assertThatThrownBy(wrong::verify)
                .isInstanceOf(Trouble.class)
                .hasMessageStartingWith("auditor can not read the audit in jdbc:postgresql://127.0.0.1:")
                .hasMessageNotContaining("guessed");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --database jdbc:postgresql://db/enrollment                             | [--anchor FILE]
            --database jdbc:postgresql://db/enrollment --user                      | [--anchor FILE]
            --database jdbc:oracle://db/enrollment --user a                        | [--anchor FILE]
            x y --database jdbc:postgresql://db/enrollment --user a                | [--anchor FILE]
            --database jdbc:postgresql://db/audited --user a                       | Say whose audit it is
            billing --database jdbc:postgresql://db/enrollment --user a            | Say whose audit it is
            --database jdbc:postgresql://db/enrollment?password=a --user a         | does not belong into the address
            """)
    void whatItCanNotUseIsSaid(String words, String said) {
        assertThatThrownBy(() -> AuditElsewhere.of(List.of(words.split(" ")), PASSWORD))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining(said);
    }

    @Test
    void thePasswordIsAskedForByName() {
        var words = List.of("--database", database.url(), "--user", "auditor");

        assertThatThrownBy(() -> AuditElsewhere.of(words, Map.of()))
                .isInstanceOf(Trouble.class)
                .hasMessage("Set STEPWELL_AUDIT_PASSWORD to the password of auditor.");
    }

    private static AuditElsewhere elsewhere(String... more) {
        var words = new ArrayList<>(List.of("--database", database.url(), "--user", "auditor"));
        words.addAll(List.of(more));
        return AuditElsewhere.of(words, PASSWORD);
    }
}
