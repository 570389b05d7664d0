package org.stepwell.therapy.counselingnote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.stepwell.therapy.GroupRoom.aSession;
import static org.stepwell.therapy.GroupRoom.attended;
import static org.stepwell.therapy.Riverside.API;
import static org.stepwell.therapy.Riverside.aClinician;
import static org.stepwell.therapy.Riverside.aPatientOf;
import static org.stepwell.therapy.Riverside.clinician;
import static org.stepwell.therapy.Riverside.supervisor;
import static org.stepwell.therapy.counselingnote.CounselingCalls.adds;
import static org.stepwell.therapy.counselingnote.CounselingCalls.begins;
import static org.stepwell.therapy.counselingnote.CounselingCalls.posts;
import static org.stepwell.therapy.counselingnote.CounselingCalls.reads;
import static org.stepwell.therapy.counselingnote.CounselingCalls.writes;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.clinic.ClinicContext;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.testing.Broker;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;
import org.stepwell.therapy.Riverside.InCare;
import org.yaml.snakeyaml.Yaml;

/** What a counseling note says stands in the answer to whoever may open it, and nowhere else. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class CounselingNotesApartTest {

    private static final String CANARY = "Quetzalcoatlus";

    @Inject
    Sql sql;

    private StaffId dora;
    private InCare ada;

    @BeforeEach
    void aPatient() {
        dora = aClinician();
        ada = aPatientOf(dora);
    }

    @Test
    void theTextStandsNowhereElse() {
        var logged = new Listening();
        Logger.getLogger("").addHandler(logged);
        var session = aSession(dora);
        attended(session, ada);
        var note =
                said(Map.of("session", session.session().toString(), "text", "She spoke of the " + CANARY + " again."));
        begins(clinician(dora), ada, Map.of("text", CANARY, "status", CANARY)).statusCode(400);
        Logger.getLogger("").removeHandler(logged);

        assertThat(logged.lines).noneMatch(line -> line.contains(CANARY));
        assertThat(inClinic(() -> tablesHolding(CANARY))).isEmpty();
        assertThat(inClinic(() -> tablesHolding(note)))
                .as("it looks everywhere")
                .contains("counseling_note");
        await("all that was to be told")
                .until(() -> inClinic(() -> sql.one("select count(*) from platform.outbox", row -> row.getInt(1))
                                .orElseThrow())
                        == 0);
        for (var topic : List.of("stepwell.therapy", "stepwell.therapy.state", "stepwell.privacy", "stepwell.audit")) {
            assertThat(Broker.all(topic)).noneMatch(told -> {
                var words = new String(told.value(), StandardCharsets.UTF_8);
                return words.contains(CANARY) || words.contains(note);
            });
        }
        for (var what : List.of("/notes", "/measures", "/safety")) {
            for (var who : List.of(clinician(dora), supervisor(), patient())) {
                who.asks()
                        .get(API + "/patients/" + ada.patient() + what)
                        .then()
                        .statusCode(200)
                        .body(not(containsString(CANARY)))
                        .body(not(containsString(note)));
            }
        }
        for (var what : List.of("/notes", "/tasks", "/sessions/" + session.session() + "/note")) {
            clinician(dora).asks().get(API + what).then().statusCode(200).body(not(containsString(note)));
        }
        reads(clinician(dora), note).then().body("text", containsString(CANARY));
    }

    /** Every page, list, search and export of a patient or a stay, as the service describes them itself. */
    @Test
    void noOtherPageOfThePatientHasIt() throws IOException {
        said(Map.of("text", "She spoke of the " + CANARY + " again."));
        int opened = 0;
        for (var path : pagesOfAPatient()) {
            var asked = path.replace("{patient}", ada.patient().toString())
                    .replace("{episode}", ada.episode().toString());
            for (var who : List.of(clinician(dora), supervisor(), patient())) {
                var answer = who.asks().get(asked);
                assertThat(answer.asString()).as(asked).doesNotContain(CANARY);
                opened += answer.statusCode() == 200 ? 1 : 0;
            }
        }
        assertThat(opened).isGreaterThan(60);
    }

    private static List<String> pagesOfAPatient() throws IOException {
        try (var description = Files.newBufferedReader(Path.of("openapi.yaml"))) {
            Map<String, Map<String, Map<String, Object>>> api = new Yaml().load(description);
            return Objects.requireNonNull(api.get("paths")).entrySet().stream()
                    .filter(path -> path.getValue().containsKey("get"))
                    .map(Map.Entry::getKey)
                    .filter(path -> path.contains("{")
                            && !path.replaceAll("\\{(patient|episode)}", "").contains("{"))
                    .toList();
        }
    }

    @Test
    void thePatientLearnsThatThereIsOneAndNoMore() {
        var note = said(Map.of("text", CANARY));

        patient()
                .asks()
                .get(API + "/patients/" + ada.patient() + "/accesses")
                .then()
                .statusCode(200)
                .body("items.operation", hasItem("CounselingNoteResource_read"))
                .body("items.what", hasItem("Open a counseling note"))
                .body(not(containsString(CANARY)))
                .body(not(containsString(note)));
    }

    @Test
    void whatIsAskedTwiceIsAnsweredOnceAndWithoutTheText() {
        var form = Map.of("episode", ada.episode().toString(), "text", "The " + CANARY + ".");
        var both = List.of(1, 2).stream()
                .map(_ -> clinician(dora)
                        .asks()
                        .header("Idempotency-Key", ada.episode().toString())
                        .body(form)
                        .post(CounselingCalls.path(ada.patient()))
                        .then()
                        .statusCode(201)
                        .body(not(containsString(CANARY)))
                        .extract()
                        .<String>path("id"))
                .toList();

        assertThat(both.getFirst()).isEqualTo(both.getLast());
        for (int i = 0; i < 2; i++) {
            clinician(dora)
                    .asks()
                    .header("Idempotency-Key", both.getFirst())
                    .header("If-Match", "\"0\"")
                    .post(CounselingCalls.path(both.getFirst()) + "/finality")
                    .then()
                    .statusCode(200)
                    .body("version", equalTo(1));
        }
    }

    @Test
    void theDatabaseKeepsWhatIsFinalAndWhoseItIs() {
        var note = java.util.UUID.fromString(said(Map.of("text", CANARY)));
        var draft = java.util.UUID.fromString(
                begins(clinician(dora), ada, Map.of()).extract().path("id"));

        for (var change : List.of(
                "update counseling_note set text = 'x' where id = ?",
                "update counseling_note set status = 'DRAFT', final_at = null, hash = null where id = ?",
                "update counseling_note set author_id = id where id = ?",
                "delete from counseling_note where id = ?")) {
            assertThat(catchThrowable(() -> inClinic(() -> sql.update(change, note))))
                    .as(change)
                    .hasStackTraceContaining("a counseling note that is final does not change");
        }
        assertThat(catchThrowable(() ->
                        inClinic(() -> sql.update("update counseling_note set author_id = id where id = ?", draft))))
                .hasStackTraceContaining("does not change");
        for (var change :
                List.of("update counseling_note_addendum set text = 'x'", "delete from counseling_note_addendum")) {
            assertThat(catchThrowable(() -> inClinic(() -> sql.update(change + " where note_id = ?", note))))
                    .as(change)
                    .hasStackTraceContaining("permission denied");
        }
        posts(clinician(dora), note.toString(), "striking").statusCode(200);
        assertThat(catchThrowable(() -> inClinic(() -> sql.update(
                        "update counseling_note set status = 'FINAL', struck_at = null where id = ?", note))))
                .hasStackTraceContaining("does not change");
    }

    private String said(Map<String, Object> form) {
        String note =
                begins(clinician(dora), ada, form).statusCode(201).extract().path("id");
        writes(clinician(dora), note, "*", CANARY + ", she said.").statusCode(200);
        posts(clinician(dora), note, "finality").statusCode(200);
        adds(clinician(dora), note, "On the " + CANARY + ": it is her father.").statusCode(201);
        reads(clinician(dora), note).then().statusCode(200);
        reads(supervisor(), note).then().statusCode(403);
        return note;
    }

    private Person patient() {
        return Person.at("patient").who(ada.patient());
    }

    /** Those of the tables that the service reads which have it in any column, as far as it stands in the clear. */
    private List<String> tablesHolding(String words) {
        return sql.list("""
                        select c.oid::regclass::text from pg_class c
                        join pg_namespace n on n.oid = c.relnamespace and n.nspname in ('public', 'platform')
                        where c.relkind in ('r', 'p', 'v') and has_table_privilege(c.oid, 'select')
                        """, row -> row.getString(1)).stream()
                .filter(table -> sql.one(
                                "select 1 from %s t where t::text like ? limit 1".formatted(table),
                                row -> row.getInt(1),
                                "%" + words + "%")
                        .isPresent())
                .toList();
    }

    private static <T> T inClinic(Callable<T> work) {
        return ClinicContext.in(
                new ClinicContext.Work(Person.RIVERSIDE, "test", null),
                () -> QuarkusTransaction.requiringNew().call(work));
    }

    private static final class Listening extends Handler {

        private final Queue<String> lines = new ConcurrentLinkedQueue<>();
        private final PatternFormatter formatter = new PatternFormatter("%s%e");

        Listening() {
            setLevel(Level.ALL);
        }

        @Override
        public void publish(LogRecord one) {
            lines.add(formatter.format(ExtLogRecord.wrap(one)));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
