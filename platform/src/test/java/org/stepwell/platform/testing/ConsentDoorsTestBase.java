package org.stepwell.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.code.ConsentKind;
import org.stepwell.contracts.code.DataCategory;
import org.stepwell.contracts.code.DisclosurePurpose;
import org.stepwell.contracts.code.Recipient;
import org.stepwell.contracts.consent.ConsentEvent.ConsentsChanged;
import org.stepwell.contracts.consent.ConsentEvent.ConsentsChanged.Opening;
import org.stepwell.contracts.id.ConsentId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.consent.ConsentRegister;
import org.stepwell.platform.database.Sql;

/**
 * Every door of a service by which something about a patient leaves, as its own description tells them, tried over HTTP:
 * shut without a right, shut where the right lacks one of the categories that it lets out, open with exactly these. A service
 * says only how somebody goes through each; a door that it does not tell of fails the test.
 */
public abstract class ConsentDoorsTestBase {

    /** The one that each service has: before somebody tells by phone, by letter or in person. */
    private static final String TOLD = "/patients/{patient}/disclosures";

    private static final Set<DataCategory> TOLD_OF = EnumSet.of(DataCategory.ATTENDANCE, DataCategory.PROGRESS);
    private static final String AS_ASKED = "AS_ASKED";

    /** Newer than whatever a service says itself about its patients' consents. */
    private static final AtomicLong VERSION = new AtomicLong(1_000);

    @Inject
    ConsentRegister register;

    @Inject
    Sql sql;

    @Inject
    @ConfigProperty(name = "quarkus.application.name")
    String service;

    /** Somebody goes through a door while exactly this is open. */
    @FunctionalInterface
    protected interface Way {
        Response whileOpen(Set<DataCategory> categories);
    }

    /** How a door answers. */
    protected enum Answer {
        LET_OUT,
        KEPT,
        ANOTHER
    }

    /** What an answer of a door means. */
    @FunctionalInterface
    protected interface Meaning {
        Answer of(Response response);
    }

    /**
     * One way out.
     *
     * @param patient whom it is tried with, and in whose ledger it stands
     * @param lets what leaves by it, as it is tried
     * @param most what may leave by it at any time
     * @param way how it is gone through
     * @param shut what opens nothing, in words, beside a right to too little
     * @param whole opened as a whole or not at all, so that no right to less can be given
     */
    protected record Door(
            PatientId patient,
            Set<DataCategory> lets,
            Set<DataCategory> most,
            Way way,
            Meaning meaning,
            Map<String, Supplier<Response>> shut,
            boolean whole) {

        /** Services make theirs; one lets out the same each time, unless they say otherwise. */
        public Door(
                PatientId patient,
                Set<DataCategory> lets,
                Way way,
                Meaning meaning,
                Map<String, Supplier<Response>> shut,
                boolean whole) {
            this(patient, lets, lets, way, meaning, shut, whole);
        }

        /** The same where other things leave at other times. */
        public Door atMost(Set<DataCategory> all) {
            return new Door(patient, lets, all, way, meaning, shut, whole);
        }
    }

    /** A patient whom the service knows. */
    protected abstract PatientId patient();

    /** The doors that no other service has, by verb and path. */
    protected Map<String, Door> doors() {
        return Map.of();
    }

    @Test
    void nothingLeavesWithoutTheRightAndOnlyWhatTheRightNames() {
        theRegisterIsHeard();
        var operations = Operations.running(Set.of());
        var described = operations.doors();
        var doors = new HashMap<>(doors());
        described.keySet().stream()
                .filter(name -> name.startsWith("POST ") && name.endsWith(TOLD))
                .forEach(name -> doors.put(name, told(name.substring("POST ".length()))));
        assertThat(doors.keySet()).as("the ways out").isEqualTo(described.keySet());

        var found = new ArrayList<String>();
        described.forEach((name, operation) -> {
            var door = Objects.requireNonNull(doors.get(name));
            theRegisterIsHeard();
            says(door, operation, operations, found);
            tries(name, door, found);
        });

        assertThat(found).isEmpty();
        await().untilAsserted(() ->
                doors.forEach((name, door) -> assertThat(told(door)).as(name).isNotEmpty()));
    }

    /** What the door's description says is what may leave at most; it leaves it to the form only where the form says it. */
    private void says(Door door, Operation operation, Operations operations, List<String> found) {
        var said = operation.discloses();
        var name = operation.name();
        if (said.equals(Set.of(AS_ASKED))) {
            if (!operations.isNamedInForm(operation, "categories")) {
                found.add(name + " says nothing, and its form names nothing");
            }
            return;
        }
        var most = door.most().stream().map(Enum::name).collect(Collectors.toSet());
        if (!said.equals(most) || !door.most().containsAll(door.lets())) {
            found.add("%s says %s, and lets out at most %s, now %s".formatted(name, said, most, door.lets()));
        }
    }

    private static void tries(String name, Door door, List<String> found) {
        door.shut().forEach((how, through) -> expect(name + " " + how, Answer.KEPT, door, through.get(), found));
        if (!door.whole()) {
            for (var category : door.lets()) {
                var allButThis = EnumSet.complementOf(EnumSet.of(category));
                var answer = door.way().whileOpen(allButThis);
                expect(name + " without " + category, Answer.KEPT, door, answer, found);
            }
        }
        expect(name + " with all of it", Answer.LET_OUT, door, door.way().whileOpen(door.lets()), found);
    }

    private static void expect(String what, Answer expected, Door door, Response answer, List<String> found) {
        if (door.meaning().of(answer) != expected) {
            found.add("%s: %d %s".formatted(what, answer.statusCode(), answer.asString()));
        }
    }

    /** What the patient's ledger says of having been let out: exactly what the door lets out, and no more. */
    private List<String> told(Door door) {
        var categories = door.lets().stream()
                .sorted()
                .map(category -> '"' + category.name() + '"')
                .collect(Collectors.joining(",", "\"categories\":[", "]"));
        return Broker.said("stepwell.privacy", service + ":" + door.patient()).stream()
                .filter(said -> said.startsWith("disclosure-made.v1 ")
                        && said.contains(categories)
                        && said.contains("\"permitted\":true"))
                .toList();
    }

    private Door told(String path) {
        var patient = patient();
        var tomas = new Recipient(Recipient.Kind.SUPPORT_PERSON, UUID.randomUUID());
        var form = Map.of(
                "recipient", tomas, "purpose", DisclosurePurpose.SUPPORT, "categories", TOLD_OF, "channel", "PHONE");
        return byConsent(
                patient,
                tomas,
                DisclosurePurpose.SUPPORT,
                TOLD_OF,
                ConsentDoorsTestBase::asRefused,
                () -> Person.at("intake").asks().body(form).post(path.replace("{patient}", patient.toString())));
    }

    /** A door that one consent of the patient opens; another's name on it, or another purpose, does not. */
    protected final Door byConsent(
            PatientId patient,
            Recipient recipient,
            DisclosurePurpose purpose,
            Set<DataCategory> lets,
            Meaning meaning,
            Supplier<Response> through) {
        var all = EnumSet.allOf(DataCategory.class);
        var other = new Recipient(recipient.kind(), UUID.randomUUID());
        var otherwise = EnumSet.complementOf(EnumSet.of(purpose));
        return new Door(
                patient,
                lets,
                categories -> {
                    consents(patient, recipient, EnumSet.of(purpose), categories);
                    return through.get();
                },
                meaning,
                Map.of(
                        "without a consent",
                        () -> {
                            opens(patient, List.of());
                            return through.get();
                        },
                        "with a consent to another",
                        () -> {
                            consents(patient, other, EnumSet.of(purpose), all);
                            return through.get();
                        },
                        "with a consent for something else",
                        () -> {
                            consents(patient, recipient, otherwise, all);
                            return through.get();
                        }),
                false);
    }

    /** Refused with 403 where no consent opens it. */
    protected static Answer asRefused(Response answer) {
        if (answer.statusCode() < 300) {
            return Answer.LET_OUT;
        }
        return answer.statusCode() == 403 && answer.asString().contains("/problems/no-consent-in-force\"")
                ? Answer.KEPT
                : Answer.ANOTHER;
    }

    /** Whoever comes by a secret link and may not see it is answered as by one that never was. */
    protected static Answer asByLink(Response answer) {
        if (answer.statusCode() == 200) {
            return Answer.LET_OUT;
        }
        return answer.statusCode() == 404 && answer.asString().contains("/problems/not-found\"")
                ? Answer.KEPT
                : Answer.ANOTHER;
    }

    /** The patient's one consent opens this; always the same one, by which a letter goes. */
    protected final void consents(
            PatientId patient, Recipient recipient, Set<DisclosurePurpose> purposes, Set<DataCategory> categories) {
        opens(
                patient,
                List.of(new Opening(
                        new ConsentId(UUID.nameUUIDFromBytes(patient.toString().getBytes(StandardCharsets.UTF_8))),
                        ConsentKind.NAMED_DISCLOSURE,
                        List.of(recipient),
                        List.copyOf(purposes),
                        List.copyOf(categories),
                        Instant.EPOCH,
                        null)));
    }

    private void opens(PatientId patient, List<Opening> openings) {
        var changed = new ConsentsChanged(patient, VERSION.incrementAndGet(), openings, Instant.EPOCH);
        RecordsTestBase.at(Person.RIVERSIDE, () -> register.changed(changed));
    }

    /** As of now the service knows what consents open. */
    private void theRegisterIsHeard() {
        RecordsTestBase.at(Person.RIVERSIDE, () -> sql.update("""
                insert into platform.consent_heartbeat as known (beat_at) values (?)
                on conflict (only_row) do update set beat_at = greatest(known.beat_at, excluded.beat_at)
                """, Instant.now()));
    }
}
