package org.stepwell.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Aftercare's database is put back to a moment at which less had happened, as a restore does, while the topics stay as they are. What
 * it had heard since is heard again and done once; what it had said since it does not say by other numbers; what is new is heard by all.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RestoreTest {

    private static final String PLANNED = "discharge-planned.v1";
    private static final String CANCELLED = "discharge-plan-cancelled.v1";

    private final UUID maya = UUID.randomUUID();
    private final UUID nora = UUID.randomUUID();
    private final UUID sam = UUID.randomUUID();
    private Clinic stores;
    private Aftermath aftercare;
    private DrillLook look;
    private List<Aftermath.Said> ofSam;
    private long linksThen;
    private Starts aftercares;

    @BeforeAll
    void aDatabaseIsPutBack() throws Exception {
        stores = new Clinic(Settings.throwaway(), new Progress(System.err)).stores();
        aftercare = new Aftermath(stores);
        look = new DrillLook(stores, Service.AFTERCARE);
        aftercares = new Starts(stores, Service.AFTERCARE);
        var putBack = new PutBack(stores, Service.AFTERCARE);
        aftercares.begin();
        untilThen();

        putBack.keep();
        sinceThen();
        aftercares.end();
        putBack.putBack();

        assertThat(aftercare.plansOf(maya)).as("as it was").containsExactly("DRAFT");
        assertThat(aftercare.plansOf(nora)).isEmpty();
        aftercare.somebodyChanges(sam); // before the service could ask the broker for anything
        aftercares.begin();
    }

    /** Maya's end is planned, and Sam is known. */
    private void untilThen() throws Exception {
        aftercare.enrollmentSaysItsClinic();
        aftercare.enrollmentSays(maya, 1, PLANNED);
        aftercare.await("maya's plan", () -> aftercare.plansOf(maya), List.of("DRAFT"));
        aftercare.somebodyChanges(sam);
        aftercare.await("what was said of sam", () -> aftercare.saidOf(sam).size(), 1);
        aftercare.somebodyReads();
        aftercare.await("the links of the audit", () -> aftercare.audit().rows(), 1L);
        linksThen = aftercare.audit().rows();
    }

    /** Maya stays after all, Nora's end is planned, somebody changes something of Sam's, and somebody reads. */
    private void sinceThen() throws Exception {
        aftercare.enrollmentSays(maya, 2, CANCELLED);
        aftercare.enrollmentSays(nora, 1, PLANNED);
        aftercare.await("maya's plan", () -> aftercare.plansOf(maya), List.of("CLOSED"));
        aftercare.await("nora's plan", () -> aftercare.plansOf(nora), List.of("DRAFT"));
        aftercare.somebodyChanges(sam);
        aftercare.await("what was said of sam", () -> aftercare.saidOf(sam).size(), 2);
        aftercare.await("what was said of nora", () -> aftercare.saidOf(nora).size(), 1);
        aftercare.await("what was said of maya", () -> aftercare.saidOf(maya).size(), 2);
        aftercare.somebodyReads();
        aftercare.await("the links of the audit", () -> aftercare.audit().rows(), 2L);
        ofSam = aftercare.saidOf(sam);
    }

    @AfterAll
    void end() {
        stores.close();
    }

    @Test
    @Order(1)
    void whatWasHeardSinceIsHeardAgainAndDoneOnce() throws Exception {
        aftercare.await("maya's plan", () -> aftercare.plansOf(maya), List.of("CLOSED"));
        aftercare.await("nora's plan", () -> aftercare.plansOf(nora), List.of("DRAFT"));

        assertThat(aftercare.texts("select last from platform.cursor where key = '%s'".formatted(maya)))
                .containsExactly("2");
        assertThat(aftercare.texts("select reason from platform.parked")).isEmpty();
    }

    @Test
    @Order(2)
    void whatFollowsFromItIsNotSaidAgain() throws Exception {
        aftercare.await(
                "what is known again",
                () -> aftercare.texts("select type from platform.forgotten where known_again order by type"),
                List.of("aftercare-closed.v1", "aftercare-opened.v1"));

        assertThat(aftercare.saidOf(nora)).extracting(Aftermath.Said::number).containsExactly("1");
        assertThat(aftercare.saidOf(maya)).extracting(Aftermath.Said::number).containsExactly("1", "2");
    }

    @Test
    @Order(3)
    void whatPeopleDoAfterwardsHasANumberThatNobodyHasHeard() throws Exception {
        aftercare.await("what was said of sam", () -> aftercare.saidOf(sam).size(), 3);
        aftercare.somebodyChanges(sam);
        aftercare.await("what was said of sam", () -> aftercare.saidOf(sam).size(), 4);

        assertThat(aftercare.saidOf(sam)).startsWith(ofSam.toArray(Aftermath.Said[]::new));
        assertThat(aftercare.saidOf(sam)).extracting(Aftermath.Said::number).containsExactly("1", "2", "3", "4");
    }

    @Test
    @Order(4)
    void whatPeopleHaveToWriteAgainIsListed() throws Exception {
        assertThat(aftercare.texts("select key || ' ' || sequence from platform.forgotten where not known_again"))
                .containsExactly(sam + " 2");
    }

    @Test
    @Order(5)
    void theAuditSaysThatItWasCutBehindTheLastLinkOfThen() throws Exception {
        assertThat(aftercare.audit().intact()).isFalse();
        assertThat(aftercare.audit().firstBad()).isEqualTo(linksThen + 1);
        assertThat(aftercare.audit().verdict()).contains("the end was cut off: the anchor knows 2 links");
    }

    @Test
    @Order(6)
    void theDrillSeesWhetherABackupIsGood() throws Exception {
        aftercare.registerBeats();
        aftercare.await("what the drill says", () -> Objects.toString(look.complaint("select 1")), "null");
    }

    @ParameterizedTest
    @Order(7)
    @CsvSource(delimiter = '|', textBlock = """
            delete from platform.consent_heartbeat | the register was never heard
            update platform.consent_heartbeat set beat_at = pg_postmaster_start_time() - interval '16 min' | the log is not archived
            delete from platform.audit_link | the audit has no link
            update platform.audit_link set sequence = 3 where sequence = 1 | the backup is torn
            delete from platform.audit where id = (select audit_id from platform.audit_link where sequence = 1) | lacks 1 of its linked rows
            update platform.outbox set written_at = '2026-01-01' | wait since more than 00:15:00
            """)
    void theDrillSaysWhatIsWrongWithOne(String happened, String complaint) throws Exception {
        var waiting = happened.contains("outbox") ? Aftermath.waits(sam) + "; " : "";

        assertThat(look.complaint(waiting + happened)).contains(complaint);
    }

    @Test
    @Order(8)
    void theAuditGoesOnOnceSomebodyAnswersForWhatWasGivenUp() throws Exception {
        aftercare.somebodyReads();
        aftercare.await("the links of the audit", () -> aftercare.links(), 2L);
        assertThat(aftercare.audit().intact()).isFalse();
        aftercares.kill();
        var givenUp = "%d@%s".formatted(linksThen, Instant.now());

        aftercares.begin(Map.of("STEPWELL_AUDIT_GIVEN_UP", givenUp));

        aftercare.await(
                "what is anchored", () -> aftercare.auditWithout(givenUp).anchored(), 2L);
        assertThat(aftercare.auditWithout(givenUp).intact()).isTrue();
        assertThat(aftercare.audit().intact())
                .as("whoever does not know of the restore is told of it")
                .isFalse();
    }

    /** As whoever restores runs them, on tables as they are. */
    @ParameterizedTest
    @Order(9)
    @EnumSource(names = {"ENROLLMENT", "AFTERCARE"})
    void whatIsSaidNextIsNewerThanWhatWasForgotten(Service service) throws Exception {
        if (service != Service.AFTERCARE) {
            new Starts(stores, service).migrate();
        }
        var versions = Path.of("../deploy/restore/recovery/%s/versions.sql".formatted(service.title()));

        try (var connection = stores.jdbc(service);
                var statement = connection.createStatement()) {
            statement.execute(Files.readString(versions));
        }
    }

    @Test
    @Order(10)
    void anotherStartFindsNothingForgotten() throws Exception {
        var before = aftercare.texts("select id from platform.forgotten order by id");
        aftercares.kill();

        aftercares.begin();
        aftercare.somebodyChanges(sam);
        aftercare.await("what was said of sam", () -> aftercare.saidOf(sam).size(), 5);

        assertThat(aftercare.texts("select id from platform.forgotten order by id"))
                .isEqualTo(before);
        assertThat(aftercare.saidOf(sam).getLast().number()).isEqualTo("5");
        assertThat(aftercare.plansOf(nora)).containsExactly("DRAFT");
    }
}
