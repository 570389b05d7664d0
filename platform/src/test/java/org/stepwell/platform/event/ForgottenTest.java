package org.stepwell.platform.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.code.DischargeReason;
import org.stepwell.contracts.enrollment.EnrollmentFact.DischargePlanned;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.clinic.ClinicContext;
import org.stepwell.platform.event.Recollection.Sent;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;

/** A database that was put back learns from the broker what it has forgotten. Next to nothing here is committed. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class ForgottenTest {

    private static final String FACTS = "stepwell.enrollment";
    private static final String STATES = "stepwell.enrollment.state";
    private static final String TYPE = "discharge-planned.v1";
    private static final Instant AT = Instant.parse("2026-03-02T09:00:00Z");

    private static final String DRAWING = "%insert into platform.stream as s%";

    @Inject
    DataSource dataSource;

    @Inject
    Outbox outbox;

    private Connection connection;

    @BeforeEach
    void begin() throws SQLException {
        connection = dataSource.getConnection();
        connection.setAutoCommit(false);
    }

    @AfterEach
    void end() throws SQLException {
        connection.rollback();
        connection.close();
    }

    @Test
    void numbersGoOnBehindWhatTheOthersHaveHeard() throws SQLException {
        drawn(FACTS, "maya", 2);

        assertThat(learn(sent(FACTS, "maya", 3, null), sent(FACTS, "maya", 4, null), sent(FACTS, "sam", 1, null)))
                .isEqualTo(3);

        assertThat(last(FACTS, "maya")).isEqualTo(4);
        assertThat(last(FACTS, "sam")).as("somebody of whom nothing is known").isOne();
        assertThat(forgotten()).containsExactly("maya 3 false", "maya 4 false", "sam 1 false");
    }

    @Test
    void whatWasSentAndNotYetDeletedIsNotForgotten() throws SQLException {
        drawn(FACTS, "maya", 2);
        var waiting = says(FACTS, "maya", 2, null);

        assertThat(learn(sent(FACTS, "maya", 1, null), sent(waiting, FACTS, "maya", 2, null)))
                .isZero();

        assertThat(last(FACTS, "maya")).isEqualTo(2);
        assertThat(outbox()).containsExactly("maya 2");
        assertThat(forgotten()).isEmpty();
    }

    @Test
    void anEventThatWaitsByANumberTheOthersKnowGetsTheNextOne() throws SQLException {
        drawn(FACTS, "maya", 4);
        says(FACTS, "maya", 3, null);
        says(FACTS, "maya", 4, null);

        assertThat(learn(sent(FACTS, "maya", 3, null))).isOne();

        assertThat(outbox()).containsExactly("maya 4", "maya 5");
        assertThat(last(FACTS, "maya")).isEqualTo(5);
    }

    @Test
    void itLearnsOnInTheNextBatch() throws SQLException {
        drawn(FACTS, "maya", 3);
        says(FACTS, "maya", 3, null);
        learn(sent(FACTS, "maya", 3, null));

        assertThat(learn(sent(FACTS, "maya", 4, null), sent(FACTS, "maya", 5, null)))
                .isEqualTo(2);

        assertThat(outbox()).containsExactly("maya 6");
        assertThat(last(FACTS, "maya")).isEqualTo(6);
    }

    @Test
    void aFactThatFollowsFromTheSameIsNotSaidTwiceAndAStateIsSaidAgain() throws SQLException {
        var cause = UUID.randomUUID();
        drawn(FACTS, "maya", 1);
        says(FACTS, "maya", 1, cause);
        drawn(STATES, "maya", 1);
        says(STATES, "maya", 1, cause);

        learn(sent(FACTS, "maya", 1, cause), sent(STATES, "maya", 1, cause));

        assertThat(outbox()).containsExactly("maya 2");
        assertThat(last(FACTS, "maya")).isOne();
        assertThat(last(STATES, "maya")).isEqualTo(2);
        assertThat(forgotten()).containsExactly("maya 1 true", "maya 1 false");
    }

    /** It waits for the counter, and what it saw before it waited is not how it is now. */
    @Test
    void whoeverWaitsWhileItLearnsDoesNotSayAgainWhatTheOthersKnow() throws Exception {
        var patient = new PatientId(UUID.randomUUID());
        var cause = UUID.randomUUID();
        learn(new Sent(envelope(UUID.randomUUID(), 1, cause), FACTS, patient.toString()));
        try (var another = Executors.newSingleThreadExecutor()) {
            var said = another.submit(() -> says(patient, cause));
            await().until(
                            () -> texts(
                                    "select 1 from pg_stat_activity where wait_event_type = 'Lock' and query like ?",
                                    DRAWING),
                            waiting -> !waiting.isEmpty());

            connection.commit();

            assertThat(said).succeedsWithin(Duration.ofSeconds(20));
        }
        assertThat(texts("select last from platform.stream where key = ?", patient.toString()))
                .containsExactly("1");
        assertThat(texts("select known_again from platform.forgotten where key = ?", patient.toString()))
                .containsExactly("t");
    }

    private boolean says(PatientId patient, UUID cause) {
        var planned = new DischargePlanned(
                patient, new EpisodeId(patient.value()), LocalDate.EPOCH, DischargeReason.MOVED, null, AT);
        return ClinicContext.in(
                new ClinicContext.Work(Person.RIVERSIDE, "service:enrollment", cause),
                () -> QuarkusTransaction.requiringNew().call(() -> {
                    outbox.append(planned);
                    return true;
                }));
    }

    private int learn(Sent... records) throws SQLException {
        return new Forgotten(connection).learnInTransaction(List.of(records));
    }

    private static Sent sent(String topic, String key, long number, @Nullable UUID cause) {
        return sent(UUID.randomUUID(), topic, key, number, cause);
    }

    private static Sent sent(UUID id, String topic, String key, long number, @Nullable UUID cause) {
        return new Sent(envelope(id, number, cause), topic, key(key));
    }

    private static Envelope envelope(UUID id, long number, @Nullable UUID cause) {
        return new Envelope(id, TYPE, "/stepwell/enrollment", AT, Person.RIVERSIDE, number, "intake:ivy", cause, null);
    }

    /** Of no other test. */
    private static String key(String name) {
        return "forgotten-" + name;
    }

    private void drawn(String topic, String key, long last) throws SQLException {
        execute("insert into platform.stream (topic, key, last) values (?, ?, ?)", topic, key(key), last);
    }

    private UUID says(String topic, String key, long number, @Nullable UUID cause) throws SQLException {
        var id = UUID.randomUUID();
        execute("""
                insert into platform.outbox (id, topic, key, sequence, type, time, clinic, actor, causation, body)
                values (?, ?, ?, ?, ?, ?, ?, 'intake:ivy', ?, '{}')
                """, id, topic, key(key), number, TYPE, AT.atOffset(ZoneOffset.UTC), Person.RIVERSIDE.value(), cause);
        return id;
    }

    private long last(String topic, String key) throws SQLException {
        return Long.parseLong(texts("select last from platform.stream where topic = ? and key = ?", topic, key(key))
                .getFirst());
    }

    private List<String> outbox() throws SQLException {
        return texts("""
                select substr(key, 11) || ' ' || sequence from platform.outbox
                where key like 'forgotten-%' order by position
                """);
    }

    private List<String> forgotten() throws SQLException {
        return texts("""
                select substr(key, 11) || ' ' || sequence || ' ' || known_again from platform.forgotten
                where key like 'forgotten-%' order by topic, key, sequence
                """);
    }

    private void execute(String statement, @Nullable Object... values) throws SQLException {
        try (var prepared = connection.prepareStatement(statement)) {
            for (int i = 0; i < values.length; i++) {
                prepared.setObject(i + 1, values[i]);
            }
            prepared.executeUpdate();
        }
    }

    private List<String> texts(String query, Object... values) throws SQLException {
        try (var prepared = connection.prepareStatement(query)) {
            for (int i = 0; i < values.length; i++) {
                prepared.setObject(i + 1, values[i]);
            }
            try (var row = prepared.executeQuery()) {
                var found = new ArrayList<String>();
                while (row.next()) {
                    found.add(row.getString(1));
                }
                return found;
            }
        }
    }
}
